package stet.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Caption;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.Passage;
import stet.report.page.Run;
import stet.report.page.VersionView;
import stet.report.page.VersionView.Field;
import stet.timeline.CaptureRef;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/** Pages of versions. */
final class VersionViews {
  private static final int BLOCK = 50_000;
  private static final int BLOCKS = 5_000;
  private static final int LINE = 1_000;
  private static final int SPANS = 500;

  private final Times times;

  VersionViews(Times times) {
    this.times = times;
  }

  VersionView view(
      Timeline timeline, SeenVersion version, WordAges ages, GoneWords gone, Frame frame) {
    ArticleVersion state = version.state();
    return new VersionView(
        frame,
        "Version " + version.number() + " of " + timeline.versions().size(),
        new Link("index.html", "Back to the story"),
        neighbours(timeline, version.number()),
        seen(version),
        version.number() > 1,
        goneNote(gone),
        Phrases.of(Pages.headline(state), state.language(), LINE),
        Phrases.of(state.dek(), state.language(), LINE),
        fields(state),
        passages(state, ages, gone),
        about(state),
        proof(version),
        check(version.first()));
  }

  private static List<Link> neighbours(Timeline timeline, int number) {
    List<Link> links = new ArrayList<>();
    if (number > 1) {
      links.add(new Link(Addresses.version(number - 1), "Version " + (number - 1)));
      links.add(
          new Link(
              Addresses.revision(number), "What changed from " + (number - 1) + " to " + number));
    }
    if (number < timeline.versions().size()) {
      links.add(
          new Link(
              Addresses.revision(number + 1),
              "What changed from " + number + " to " + (number + 1)));
      links.add(new Link(Addresses.version(number + 1), "Version " + (number + 1)));
    }
    return links;
  }

  private String seen(SeenVersion version) {
    String first = times.stamp(version.first().at());
    if (version.checks() == 1) {
      return "Seen once, at " + first + " " + times.zoneName() + ".";
    }
    return "Seen in "
        + Numbers.of(version.checks(), "check", "checks")
        + ", from "
        + first
        + " to "
        + times.stamp(version.lastSeen())
        + " "
        + times.zoneName()
        + ".";
  }

  private static List<Field> fields(ArticleVersion state) {
    List<Field> fields = new ArrayList<>();
    for (StatedDate date : state.dates()) {
      String name = Numbers.sentence(date.role().name().toLowerCase(Locale.ROOT));
      String reading = PublisherDates.reading(date);
      String note = (reading.isEmpty() ? "" : reading + ", ") + "from " + date.evidence();
      fields.add(new Field(name, Phrases.of(date.printed(), "", LINE), note));
    }
    add(fields, "Byline", state.byline().text(), state);
    add(fields, "Dateline", state.dateline(), state);
    return fields;
  }

  private static List<Field> about(ArticleVersion state) {
    List<Field> fields = new ArrayList<>();
    add(fields, "Section", state.section(), state);
    add(fields, "Language", state.language(), state);
    add(fields, "Its own address", state.canonicalUrl(), state);
    return fields;
  }

  private static void add(List<Field> fields, String name, String value, ArticleVersion state) {
    if (!value.isEmpty()) {
      fields.add(new Field(name, Phrases.of(value, state.language(), LINE), ""));
    }
  }

  /** Said above the switch for words that are gone; empty where there are none. */
  private static String goneNote(GoneWords gone) {
    if (gone.isEmpty()) {
      return "";
    }
    return gone.dropped() == 0
        ? "Words that are gone"
        : "Words that went after version " + gone.dropped();
  }

  private static List<Passage> passages(ArticleVersion state, WordAges ages, GoneWords gone) {
    List<Passage> passages = new ArrayList<>();
    for (Notice notice : state.notices()) {
      passages.add(line(Passage.Kind.NOTICE, noticeName(notice), notice.text(), state));
    }
    int number = 0;
    for (Block block : state.body().subList(0, Math.min(BLOCKS, state.body().size()))) {
      gone.before(number).forEach(g -> passages.add(lost(g, state)));
      number++;
      passages.add(
          new Passage(
              Passages.kind(block),
              "",
              aged(block.text(), ages.block(number - 1), gone.within(number - 1)),
              Phrases.language(state, block),
              Phrases.direction(block.text()),
              "p" + number,
              "",
              ""));
    }
    int left = state.body().size() - BLOCKS;
    if (left <= 0) {
      gone.before(number).forEach(g -> passages.add(lost(g, state)));
    } else {
      String note = Numbers.grouped(left) + " more paragraphs are in the capture";
      passages.add(new Passage(Passage.Kind.FOLD, "", List.of(), "", "auto", "", "", note));
    }
    for (Caption caption : state.captions()) {
      String credit = caption.credit().isEmpty() ? "" : " (" + caption.credit() + ")";
      passages.add(line(Passage.Kind.FIELD, "Caption", caption.text() + credit, state));
    }
    return passages;
  }

  private static String noticeName(Notice notice) {
    String name = notice.kind().name().toLowerCase(Locale.ROOT);
    return Numbers.sentence(name.replace("editors_note", "editor’s note").replace('_', ' '));
  }

  private static Passage line(Passage.Kind kind, String name, String text, ArticleVersion state) {
    return new Passage(
        kind,
        name,
        words(text),
        Phrases.language(state.language()),
        Phrases.direction(text),
        "",
        "",
        "");
  }

  /** A whole block that is gone. */
  private static Passage lost(GoneWords.Gone gone, ArticleVersion state) {
    return new Passage(
        Passage.Kind.PAST,
        "",
        List.of(run(gone)),
        Phrases.language(state.language()),
        Phrases.direction(gone.text()),
        "",
        "",
        "");
  }

  private static Run run(GoneWords.Gone gone) {
    return new Run(
        Run.Kind.GONE,
        stet.report.page.Shown.cut(gone.text(), LINE).replace("\n", " ¶ "),
        String.valueOf(gone.version()),
        Addresses.revision(gone.version()));
  }

  private static Run run(String text, int version) {
    return version == 1
        ? Run.plain(text)
        : new Run(Run.Kind.BROUGHT, text, String.valueOf(version), Addresses.revision(version));
  }

  private static List<Run> aged(String text, List<WordAges.Span> spans, List<GoneWords.Gone> gone) {
    if (text.length() > BLOCK || spans.size() + gone.size() > SPANS) {
      return words(text);
    }
    List<Run> runs = new ArrayList<>();
    int start = 0;
    int next = 0;
    for (WordAges.Span span : spans) {
      int end = start + span.text().length();
      int done = start;
      for (; next < gone.size() && gone.get(next).at() < end; next++) {
        int at = Math.max(done, gone.get(next).at());
        if (at > done) {
          runs.add(run(text.substring(done, at), span.version()));
        }
        runs.add(run(gone.get(next)));
        done = at;
      }
      runs.add(run(text.substring(done, end), span.version()));
      start = end;
    }
    gone.subList(next, gone.size()).forEach(g -> runs.add(run(g)));
    return runs;
  }

  private static List<Run> words(String text) {
    if (text.length() <= BLOCK) {
      return List.of(Run.plain(text));
    }
    String note =
        " " + Numbers.grouped(text.length() - BLOCK) + " more characters are in the capture";
    return List.of(Run.plain(stet.report.page.Shown.cut(text, BLOCK)), Run.of(Run.Kind.NOTE, note));
  }

  private static List<Field> proof(SeenVersion version) {
    CaptureRef ref = version.first();
    return List.of(
        new Field("First capture", Phrases.own(ref.at().toString()), ""),
        new Field("Source", Phrases.of(ref.source(), "", LINE), ""),
        new Field("SHA-256 of the page", Phrases.own(ref.digest()), ""),
        new Field("WARC file", Phrases.own("snapshots/" + ref.warcFile()), ""),
        new Field("Record at byte", Phrases.own(Numbers.grouped(ref.warcOffset())), ""),
        new Field("Read by", Phrases.own(version.state().extractor()), ""));
  }

  /**
   * Each record is a gzip member of its own, so that ordinary tools can show one from its offset.
   */
  private static List<String> check(CaptureRef ref) {
    String file = "'snapshots/" + ref.warcFile().replace("'", "'\\''") + "'";
    return List.of(
        "stet verify",
        "tail -c +"
            + (ref.warcOffset() + 1)
            + " "
            + file
            + " | gzip -dc 2>/dev/null | head -c 2000");
  }
}
