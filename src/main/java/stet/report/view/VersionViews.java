package stet.report.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Caption;
import stet.article.LiveBlog;
import stet.article.StatedDate;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.Passage;
import stet.report.page.Phrase;
import stet.report.page.Run;
import stet.report.page.VersionView;
import stet.report.page.VersionView.Field;
import stet.report.words.Addresses;
import stet.report.words.LanguageWords;
import stet.report.words.Numbers;
import stet.report.words.Phrases;
import stet.report.words.PublisherDates;
import stet.report.words.Times;
import stet.text.Capitals;
import stet.text.LanguageTags;
import stet.text.Truncation;
import stet.timeline.Blame;
import stet.timeline.BlameWalk;
import stet.timeline.CaptureRef;
import stet.timeline.SeenVersion;
import stet.timeline.Steps;
import stet.timeline.Timeline;

/** Pages of versions. */
public final class VersionViews {
  private static final int BLOCK = 50_000;
  private static final int BLOCKS = 5_000;
  private static final int LINE = 1_000;
  private static final int SPANS = 500;

  private final Timeline timeline;
  private final Steps steps;
  private final Times times;

  public VersionViews(Timeline timeline, Steps steps, Times times) {
    this.timeline = timeline;
    this.steps = steps;
    this.times = times;
  }

  /**
   * The page of a version.
   *
   * @param ages has walked to that version
   * @param gone too
   */
  public VersionView view(SeenVersion version, BlameWalk ages, GoneWords gone, Frame frame) {
    ArticleVersion state = version.state();
    int number = version.number();
    Notices notices =
        Notices.of(state, number == 1 ? null : timeline.versions().get(number - 2).state());
    return new VersionView(
        frame,
        new Mastheads(timeline, times, true).of(state, true),
        "Version " + version.number() + " of " + timeline.versions().size(),
        seen(version),
        neighbours(version.number()),
        new VersionView.Text(
            fields(state),
            notices.shown(),
            notices.standing(),
            notices.name(),
            notices.href(),
            passages(state, ages, gone),
            version.number() > 1,
            goneNote(gone)),
        about(state),
        new VersionView.Proof(
            proof(version), check(version.first()), Addresses.capture(version.first())));
  }

  private List<Link> neighbours(int number) {
    List<Link> links = new ArrayList<>();
    if (number > 1) {
      links.add(new Link(Addresses.version(number - 1), "Version " + (number - 1)));
      change(number, links);
    }
    if (number < timeline.versions().size()) {
      change(number + 1, links);
      links.add(new Link(Addresses.version(number + 1), "Version " + (number + 1)));
    }
    return links;
  }

  private void change(int to, List<Link> links) {
    if (steps.told(to).isPresent()) {
      links.add(new Link(Addresses.revision(to), "What changed from " + (to - 1) + " to " + to));
    }
  }

  /** Where one learns what a version brought or removed. */
  private String cause(int version) {
    return steps.told(version).isPresent()
        ? Addresses.revision(version)
        : Addresses.version(version);
  }

  private String seen(SeenVersion version) {
    String cut = Truncation.shortened(version.cut(), 120);
    return when(version)
        + (cut.isEmpty() ? "" : " Perhaps not the whole story; the page says: “" + cut + "”");
  }

  private String when(SeenVersion version) {
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
      String name = Capitals.first(date.role().name().toLowerCase(Locale.ROOT));
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
    if (!state.language().isEmpty()) {
      Phrase language = Phrases.of(state.language(), "", LINE);
      fields.add(new Field("Language", language, LanguageWords.note(state)));
    }
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

  private List<Passage> passages(ArticleVersion state, BlameWalk ages, GoneWords gone) {
    List<Passage> passages = new ArrayList<>();
    Map<Integer, StatedDate> posts = posts(state);
    int number = 0;
    for (Block block : state.body().subList(0, Math.min(BLOCKS, state.body().size()))) {
      gone.before(number).forEach(g -> passages.add(lost(g, state)));
      StatedDate made = posts.get(number);
      if (made != null) {
        passages.add(line(Passage.Kind.FIELD, "Post of", PublisherDates.moment(made), state));
      }
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

  /** When the posts of a live blog say they were made, by their first blocks. */
  private static Map<Integer, StatedDate> posts(ArticleVersion state) {
    Map<Integer, StatedDate> times = new HashMap<>();
    if (state.liveBlog() != null) {
      for (LiveBlog.Post post : state.liveBlog().posts()) {
        if (post.time() != null) {
          times.putIfAbsent(post.first(), post.time());
        }
      }
    }
    return times;
  }

  /** A line with a name, in the language of the article. */
  static Passage line(Passage.Kind kind, String name, String text, ArticleVersion state) {
    return new Passage(
        kind,
        name,
        words(text),
        LanguageTags.registered(state.language()),
        Phrases.direction(text),
        "",
        "",
        "");
  }

  /** A whole block that is gone. */
  private Passage lost(GoneWords.Gone gone, ArticleVersion state) {
    boolean row = gone.text().indexOf('\t') >= 0;
    return new Passage(
        row ? Passage.Kind.ROW : Passage.Kind.PAST,
        row ? Passage.Kind.PAST.id() : "",
        List.of(run(gone)),
        LanguageTags.registered(state.language()),
        Phrases.direction(gone.text()),
        "",
        "",
        "");
  }

  private Run run(GoneWords.Gone gone) {
    return new Run(
        Run.Kind.GONE,
        Truncation.shortened(gone.text(), LINE).replace("\n", " ¶ "),
        String.valueOf(gone.version()),
        cause(gone.version()));
  }

  /**
   * White space goes with what stands before it; a mark under it would be seen. The number stands
   * where words of another version than the marked ones before begin.
   */
  private void add(String text, int version, List<Run> runs) {
    String words = version == 1 ? "" : text.stripTrailing();
    if (!words.isEmpty()) {
      String number = String.valueOf(version);
      boolean known =
          runs.stream()
              .filter(r -> r.kind() == Run.Kind.BROUGHT)
              .reduce((a, b) -> b)
              .filter(r -> r.id().equals(number))
              .isPresent();
      runs.add(new Run(Run.Kind.BROUGHT, words, number, known ? "" : cause(version)));
    }
    if (words.length() < text.length()) {
      runs.add(Run.plain(text.substring(words.length())));
    }
  }

  private List<Run> aged(String text, List<Blame.Span> spans, List<GoneWords.Gone> gone) {
    if (text.length() > BLOCK || spans.size() + gone.size() > SPANS) {
      return words(text);
    }
    List<Run> runs = new ArrayList<>();
    int start = 0;
    int next = 0;
    for (Blame.Span span : spans) {
      int end = start + span.text().length();
      int done = start;
      for (; next < gone.size() && gone.get(next).at() < end; next++) {
        int at = Math.max(done, gone.get(next).at());
        if (at > done) {
          add(text.substring(done, at), span.since(), runs);
        }
        runs.add(run(gone.get(next)));
        done = at;
      }
      add(text.substring(done, end), span.since(), runs);
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
    return List.of(Run.plain(Truncation.shortened(text, BLOCK)), Run.of(Run.Kind.NOTE, note));
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
   * Each record is a gzip member of its own, so that ordinary tools can read one from its offset.
   */
  private static List<String> check(CaptureRef ref) {
    String file = "'snapshots/" + ref.warcFile().replace("'", "'\\''") + "'";
    return List.of(
        "stet verify",
        "tail -c +"
            + (ref.warcOffset() + 1)
            + " "
            + file
            + " | gzip -dc 2>/dev/null | sed '/^\\r$/q'");
  }
}
