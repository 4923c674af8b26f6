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
import stet.timeline.BlameWalk;
import stet.timeline.CaptureRef;
import stet.timeline.SeenVersion;
import stet.timeline.Steps;
import stet.timeline.Timeline;

/** Pages of versions. */
public final class VersionViews {
  private static final int BLOCKS = 5_000;
  private static final int LINE = 1_000;

  private final Timeline timeline;
  private final Steps steps;
  private final Times times;
  private final TextPages texts;

  public VersionViews(Timeline timeline, Steps steps, Times times) {
    this.timeline = timeline;
    this.steps = steps;
    this.times = times;
    this.texts = new TextPages(timeline);
  }

  /**
   * The page of a version.
   *
   * @param ages has walked to that version
   * @param gone too
   * @param pictured whether there is a picture of the page
   */
  public VersionView view(
      SeenVersion version, BlameWalk ages, GoneWords gone, boolean pictured, Frame frame) {
    ArticleVersion state = version.state();
    int number = version.number();
    boolean own = texts.of(number) == number;
    List<Passage> passages =
        own ? passages(state, ages, gone) : List.of(elsewhere(texts.of(number), state));
    Notices notices =
        Notices.of(state, number == 1 ? null : timeline.versions().get(number - 2).state());
    return new VersionView(
        frame,
        new Mastheads(timeline, times, true).of(state, true),
        "Version " + version.number() + " of " + timeline.versions().size(),
        seen(version),
        neighbours(version.number()),
        new VersionView.Text(
            language(state),
            fields(state),
            notices.shown(),
            notices.standing(),
            notices.name(),
            notices.href(),
            passages,
            isAged(passages),
            own ? goneNote(gone) : ""),
        about(state),
        pictured ? Addresses.picture(number) : "",
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

  private static String language(ArticleVersion state) {
    String tag = LanguageTags.registered(state.language());
    return tag.isEmpty() ? "en" : tag;
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

  private static boolean isAged(List<Passage> passages) {
    return passages.stream()
        .flatMap(p -> p.runs().stream())
        .anyMatch(r -> r.kind() == Run.Kind.BROUGHT);
  }

  /** Stands for a text that another version's page has. */
  private static Passage elsewhere(int number, ArticleVersion state) {
    String note =
        "The text is that of version "
            + number
            + ", word for word: "
            + Numbers.wordsOf(state.body().size(), "paragraph", "paragraphs");
    String href = Addresses.version(number) + "#p1";
    return new Passage(Passage.Kind.FOLD, "", List.of(), "", "auto", "", href, note);
  }

  private List<Passage> passages(ArticleVersion state, BlameWalk ages, GoneWords gone) {
    List<Passage> passages = new ArrayList<>();
    AgedText words = new AgedText(steps);
    Map<Integer, StatedDate> posts = posts(state);
    int number = 0;
    for (Block block : state.body().subList(0, Math.min(BLOCKS, state.body().size()))) {
      lost(gone.before(number), state, words, passages);
      StatedDate made = posts.get(number);
      if (made != null) {
        passages.add(line(Passage.Kind.FIELD, "Post of", PublisherDates.moment(made), state));
      }
      number++;
      passages.add(
          new Passage(
              Passages.kind(block),
              "",
              words.block(block.text(), ages.block(number - 1), gone.within(number - 1)),
              Phrases.language(state, block),
              Phrases.direction(block.text()),
              "p" + number,
              "",
              ""));
    }
    int left = state.body().size() - BLOCKS;
    if (left <= 0) {
      lost(gone.before(number), state, words, passages);
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
        AgedText.words(text),
        LanguageTags.registered(state.language()),
        Phrases.direction(text),
        "",
        "",
        "");
  }

  /** Whole blocks that are gone from one place. */
  private static void lost(
      List<GoneWords.Gone> gone, ArticleVersion state, AgedText words, List<Passage> passages) {
    for (GoneWords.Gone g : gone) {
      boolean row = g.text().indexOf('\t') >= 0;
      passages.add(
          new Passage(
              row ? Passage.Kind.ROW : Passage.Kind.PAST,
              row ? Passage.Kind.PAST.id() : "",
              List.of(words.gone(g)),
              LanguageTags.registered(state.language()),
              Phrases.direction(g.text()),
              "",
              "",
              ""));
    }
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
