package stet.report.page;

/** A page of older revisions of an article. */
public record OlderView(Frame frame, Phrase headline, ArticleView.Revisions revisions) {}
