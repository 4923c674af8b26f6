package stet.extract.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Byline;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.article.StatedDate.Role;
import stet.article.Statements;
import stet.extract.Evidence;
import stet.extract.Extraction;
import stet.extract.Page;
import stet.extract.body.ChangeHistory;
import stet.extract.date.DateCandidate;
import stet.extract.date.DateJudge;
import stet.extract.date.DateLabels;
import stet.extract.date.DateReader;
import stet.extract.date.FoundDate;
import stet.extract.date.Plausible;
import stet.extract.field.AuthorNames;
import stet.extract.field.Datelines;
import stet.extract.language.LanguageGuess;
import stet.extract.notice.Notices;
import stet.extract.page.DateContext;
import stet.extract.page.LanguageHint;
import stet.extract.words.Texts;
import stet.text.CleanText;
import stet.text.LanguageTags;

/** Reads a Markdown file with the fields of its front matter. */
final class MarkdownReader {
  private static final int LONGEST_DATE_LINE = 120;

  private final Page page;
  private final FrontMatter front;
  private final DateContext context;
  private final String statedLanguage;
  private final List<DateCandidate> dates = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<Block> body = new ArrayList<>();
  private String headline;

  private MarkdownReader(Page page, FrontMatter front) {
    this.page = page;
    this.front = front;
    this.statedLanguage = front.get("lang", "language", "locale").replace('_', '-');
    String language = statedLanguage.isEmpty() ? LanguageHint.of(front.rest()) : statedLanguage;
    this.context =
        DateContext.of(
            LanguageTags.primary(language), "", Set.of(), page.at().plusSeconds(26 * 3600));
    this.headline = front.get("title", "headline");
  }

  static Extraction read(Page page, String text, String extractor) {
    FrontMatter front = FrontMatter.of(text);
    Optional<Extraction> refusal =
        front.present() ? Optional.empty() : NotArticles.text(front.rest());
    return refusal.orElseGet(() -> new MarkdownReader(page, front).article(extractor));
  }

  private Extraction article(String extractor) {
    Markdown markdown = Markdown.parse(front.rest());
    List<Block> blocks = title(markdown.blocks());
    frontDates();
    sort(blocks);
    DateJudge.Decision decision = DateJudge.decide(dates, context);
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence("headline", front.present() ? "front matter" : "heading", headline));
    evidence.addAll(decision.evidence());
    String dek = front.get("dek", "subtitle", "excerpt", "description", "summary", "lead");
    ArticleVersion version =
        new ArticleVersion(
            new ArticleHead(
                headline,
                dek,
                byline(),
                body.isEmpty() ? "" : Datelines.of(body.get(0).text()),
                front.get("section", "category", "categories")),
            new ArticleContent(body, List.of(), markdown.images(), null),
            new Statements(notices, decision.dates(), decision.updates()),
            LanguageGuess.of(statedLanguage, headline, dek, body),
            front.get("canonical_url", "canonical"),
            extractor);
    return new Extraction.Article(version, evidence);
  }

  /** Takes the headline from the first heading where the front matter has none. */
  private List<Block> title(List<Block> blocks) {
    if (!headline.isEmpty()) {
      return blocks;
    }
    headline = CleanText.of(page.titleHint());
    for (int i = 0; i < blocks.size() && i < 4; i++) {
      if (blocks.get(i) instanceof Block.Subhead first && first.level() <= 2) {
        headline = first.text();
        List<Block> rest = new ArrayList<>(blocks);
        rest.remove(i);
        return rest;
      }
    }
    return blocks;
  }

  private Byline byline() {
    Set<String> names = new LinkedHashSet<>();
    front.all("authors", "author", "byline").forEach(name -> names.addAll(AuthorNames.of(name)));
    return new Byline(
        String.join(", ", front.all("authors", "author", "byline")), List.copyOf(names));
  }

  private void frontDates() {
    front(
        Role.PUBLISHED,
        95,
        "date",
        "published",
        "pubdate",
        "publishdate",
        "published_at",
        "created");
    front(
        Role.UPDATED,
        95,
        "updated",
        "lastmod",
        "modified",
        "last_modified",
        "last_updated",
        "lastupdated",
        "date_updated");
  }

  private void front(Role role, int weight, String... keys) {
    String value = front.get(keys);
    DateReader.machine(value, context)
        .filter(m -> Plausible.date(m, context))
        .ifPresent(m -> dates.add(new DateCandidate(role, weight, "front matter", value, m)));
  }

  /** Parts body, notices, date lines and a change history. */
  private void sort(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean history =
          block instanceof Block.Subhead && ChangeHistory.HEADING.matcher(block.text()).find();
      if (history) {
        i = history(blocks, i + 1, ((Block.Subhead) block).level()) - 1;
        continue;
      }
      Optional<Notice> notice = Notices.of(block.text(), context);
      if (notice.isPresent() && !(block instanceof Block.Subhead)) {
        notices.add(notice.get());
      } else if (!dateLine(block.text())) {
        body.add(block);
      }
    }
  }

  /** Reads the entries under a heading of that level, up to the next of its rank. */
  private int history(List<Block> blocks, int from, int level) {
    for (int i = from; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block instanceof Block.Subhead head && head.level() <= level) {
        return i;
      }
      DateReader.first(Texts.head(block.text(), 80), context)
          .filter(date -> date.start() < 12)
          .ifPresent(date -> entry(date, block.text()));
    }
    return blocks.size();
  }

  private void entry(FoundDate date, String text) {
    String note = text.substring(date.end()).replaceFirst("^[\\s:–—-]+", "");
    StatedDate stated = date.moment().stated(Role.NOTICED, date.printed(), "change history");
    if (!note.isEmpty() && !ChangeHistory.FIRST.matcher(note).find()) {
      notices.add(new Notice(Notices.kind(note).orElse(Notice.Kind.UPDATE), note, stated));
      dates.add(
          new DateCandidate(Role.UPDATED, 70, "change history", date.printed(), date.moment()));
    }
  }

  private boolean dateLine(String text) {
    if (text.length() > LONGEST_DATE_LINE) {
      return false;
    }
    List<FoundDate> found = DateReader.find(text, context);
    if (found.size() != 1 || !Plausible.date(found.get(0).moment(), context)) {
      return false;
    }
    FoundDate date = found.get(0);
    Role role = DateLabels.last(text.substring(0, date.start()));
    if (role == null || date.start() >= 40 || text.length() - date.end() >= 20) {
      return false;
    }
    dates.add(new DateCandidate(role, 86, "line", date.printed(), date.moment()));
    return true;
  }
}
