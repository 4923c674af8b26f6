package stet.report;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Byline;
import stet.article.Caption;
import stet.article.Image;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.article.Statements;
import stet.capture.Digest;
import stet.diff.Differ;
import stet.diff.Label;
import stet.diff.standard.Differs;
import stet.timeline.CaptureRef;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;
import stet.timeline.Window;

/** Builds the timeline of a fictional story, step by step. */
public final class Story {
  static final ZoneOffset ALDER = ZoneOffset.ofHours(-3);
  public static final Differ DIFFER = Differs.standard();

  private final TrackedArticle article;
  private final List<SeenVersion> versions = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Instant> shown = new ArrayList<>();
  private String headline = "";
  private String dek = "";
  private String language = "en";
  private String byline = "";
  private final List<Block> body = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private @Nullable StatedDate published;
  private @Nullable StatedDate updated;
  private Instant seen = Instant.EPOCH;
  private int captures;

  public Story(String key, String outlet) {
    article = new TrackedArticle(key, "https://" + outlet + "/" + key, outlet);
  }

  public Story(TrackedArticle article) {
    this.article = article;
  }

  public Story headline(String text) {
    headline = text;
    return this;
  }

  Story dek(String text) {
    dek = text;
    return this;
  }

  Story byline(String text) {
    byline = text;
    return this;
  }

  public Story language(String tag) {
    language = tag;
    return this;
  }

  public Story text(String... paragraphs) {
    body.clear();
    for (String paragraph : paragraphs) {
      body.add(new Block.Paragraph(paragraph));
    }
    return this;
  }

  Story block(Block block) {
    body.add(block);
    return this;
  }

  public Story paragraph(int number, String text) {
    while (body.size() < number) {
      body.add(new Block.Paragraph(text));
    }
    body.set(number - 1, new Block.Paragraph(text));
    return this;
  }

  public Story published(String printed, String local, @Nullable ZoneOffset offset) {
    published = stated(StatedDate.Role.PUBLISHED, printed, local, offset);
    return this;
  }

  public Story updated(String printed, String local, @Nullable ZoneOffset offset) {
    updated = stated(StatedDate.Role.UPDATED, printed, local, offset);
    return this;
  }

  Story notice(String text) {
    notices.add(new Notice(Notice.Kind.CORRECTION, text, null));
    return this;
  }

  private static StatedDate stated(
      StatedDate.Role role, String printed, String local, @Nullable ZoneOffset offset) {
    return new StatedDate(
        role,
        printed,
        LocalDateTime.parse(local),
        offset,
        StatedDate.Precision.MINUTE,
        "visible line",
        offset == null ? "" : "the outlet’s zone");
  }

  /** A check that shows a version that was not seen before. */
  public Story seen(String at, Label.Kind... kinds) {
    Instant now = Instant.parse(at);
    ArticleVersion state = state();
    int number = versions.size() + 1;
    captures++;
    if (versions.isEmpty()) {
      entries.add(new Entry.FirstSeen(now, 1));
    } else {
      List<Label> labels = new ArrayList<>();
      for (Label.Kind kind : kinds) {
        labels.add(new Label(kind, ""));
      }
      ArticleVersion before = versions.get(number - 2).state();
      Window window = new Window(seen, now);
      entries.add(new Entry.Revised(number, window, DIFFER.diff(before, state), labels));
    }
    versions.add(new SeenVersion(number, state, ref(now), now, 1));
    shown.add(now);
    seen = now;
    return this;
  }

  /** Further checks that show the same, evenly until then. */
  public Story unchanged(String until, int checks) {
    Instant last = Instant.parse(until);
    Instant first = seen.plus(Duration.between(seen, last).dividedBy(checks));
    int number = versions.size();
    entries.add(new Entry.Unchanged(first, last, checks, number));
    SeenVersion v = versions.get(number - 1);
    versions.set(
        number - 1, new SeenVersion(number, v.state(), v.first(), last, v.checks() + checks));
    captures += checks;
    Duration apart = Duration.between(seen, last).dividedBy(checks);
    for (int i = 1; i < checks; i++) {
      shown.add(seen.plus(apart.multipliedBy(i)));
    }
    shown.add(last);
    seen = last;
    return this;
  }

  /** Checks that find no article. */
  public Story gone(String from, String until, int checks, String reason, String detail) {
    Instant last = Instant.parse(until);
    entries.add(new Entry.NotAnArticle(Instant.parse(from), last, checks, reason, detail));
    captures += checks;
    return this;
  }

  Story returned(String at) {
    seen = Instant.parse(at);
    shown.add(seen);
    entries.add(new Entry.Returned(seen, versions.size(), false));
    captures++;
    return this;
  }

  public Timeline timeline() {
    return new Timeline(article, versions, entries, captures, shown);
  }

  private ArticleVersion state() {
    List<StatedDate> dates = new ArrayList<>();
    if (published != null) {
      dates.add(published);
    }
    if (updated != null) {
      dates.add(updated);
    }
    return new ArticleVersion(
        new ArticleHead(
            headline,
            dek,
            byline.isEmpty() ? Byline.NONE : new Byline("By " + byline, List.of(byline)),
            "",
            ""),
        new ArticleContent(
            body,
            List.of(new Caption("The harbour at dusk", "A. Photographer")),
            List.of(new Image("https://port-alder-courier.example/p.jpg", "harbour")),
            null),
        Statements.of(notices, dates),
        language,
        article.uri(),
        "sample 1");
  }

  private static CaptureRef ref(Instant at) {
    String digest = Digest.of(at.toString().getBytes(StandardCharsets.UTF_8)).labelled();
    return new CaptureRef(
        at, "file " + at.getEpochSecond() + ".html", digest, "sample.warc.gz", 4_711);
  }
}
