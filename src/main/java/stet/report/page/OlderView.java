package stet.report.page;

/** A page of older revisions of an article. */
public record OlderView(Frame frame, Masthead masthead, ArticleView.Revisions revisions) {}
