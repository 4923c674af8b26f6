package stet.extract.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Caption;
import stet.article.Cut;
import stet.article.Notice;
import stet.article.Statements;
import stet.capture.EnumId;
import stet.extract.Evidence;
import stet.extract.Extraction;
import stet.extract.Page;
import stet.extract.SiteRules;
import stet.extract.body.BodyFinder;
import stet.extract.body.ChangeHistory;
import stet.extract.body.Pictures;
import stet.extract.body.StatedBody;
import stet.extract.date.DateCandidate;
import stet.extract.date.DateFinder;
import stet.extract.date.DateJudge;
import stet.extract.field.Bylines;
import stet.extract.field.Datelines;
import stet.extract.field.Deks;
import stet.extract.field.Headlines;
import stet.extract.furniture.Bios;
import stet.extract.furniture.BodyTidy;
import stet.extract.furniture.Inserts;
import stet.extract.furniture.Lexicon;
import stet.extract.furniture.Outlet;
import stet.extract.furniture.Pleas;
import stet.extract.furniture.Speech;
import stet.extract.language.LanguageGuess;
import stet.extract.live.LiveBlogs;
import stet.extract.page.HtmlPage;
import stet.extract.page.Languages;
import stet.extract.page.LinkedData;
import stet.extract.page.Passage;
import stet.extract.wall.CutSigns;
import stet.extract.wall.Endings;
import stet.extract.wall.Walls;
import stet.text.CleanText;

/** Reads an HTML page to an article, or to the reason why it is none. */
final class HtmlReader {
  /** So much of a page's text tells its quality, in characters. */
  private static final int TOLD = 20_000;

  private final HtmlPage page;
  private final FrontMatter front;
  private final List<LinkedData.Node> articles;
  private final Headlines.Found headline;
  private final ChangeHistory history;
  private final StatedBody stated;
  private final BodyFinder finder;
  private final boolean open;
  private Predicate<Passage> furniture = passage -> false;
  private @Nullable Bylines bylines;

  /**
   * @param open whether the page's source ends before its closing tags
   */
  private HtmlReader(HtmlPage page, FrontMatter front, boolean open) {
    this.page = page;
    this.front = front;
    this.open = open;
    this.articles = ArticleNodes.of(page);
    this.headline = headline();
    this.history = ChangeHistory.of(page);
    Element visible = headlineElement();
    Element anchor = visible == null ? page.body() : visible;
    this.stated = new StatedBody(articles, page.passages());
    this.finder =
        new BodyFinder(
            page.passages(),
            anchor,
            stated,
            history.containers(),
            !ArticleNodes.states(articles, page));
  }

  static Extraction read(Page source, String text, String extractor, SiteRules rules) {
    // Static site generators keep a header of fields above the markup.
    FrontMatter front = text.startsWith("---") ? FrontMatter.of(text) : FrontMatter.of("");
    HtmlPage page = HtmlPage.parse(source, front.present() ? front.rest() : text, rules);
    Optional<Extraction> refusal = NotArticles.page(page);
    boolean open = Endings.halfLoaded(text);
    return refusal.orElseGet(() -> new HtmlReader(page, front, open).article(extractor));
  }

  private Headlines.Found headline() {
    Headlines.Found ruled = SiteReading.headline(page);
    Headlines.Found found = ruled == null ? Headlines.find(page, articles) : ruled;
    String title = front.get("title", "headline");
    boolean better = !title.isEmpty() && found.passage() == null;
    return better ? new Headlines.Found(title, "front matter", null) : found;
  }

  private Extraction article(String extractor) {
    List<Notice> notices = new ArrayList<>();
    List<Passage> found = whole();
    Walls walls = Walls.of(page);
    List<Passage> uncut = new ArrayList<>(CutSigns.story(found, walls));
    List<Passage> whole = withoutInserts(uncut);
    List<Passage> story = BodyTidy.notices(whole, page.dates(), notices);
    Set<Passage> apart = new HashSet<>(whole);
    story.forEach(apart::remove);
    uncut.removeAll(apart);
    notices.addAll(history.notices());
    if (story.isEmpty() && notices.isEmpty() && !ArticleNodes.states(articles, page)) {
      return new Extraction.NotAnArticle(
          Extraction.Reason.NO_TEXT,
          "no running text in " + page.passages().size() + " stretches of text");
    }
    Told told = told(story);
    LiveBlogs.Parted parted = LiveBlogs.part(page, headline, articles, told.story);
    page.passages().stream().filter(p -> parted.holds(p.element())).forEach(apart::add);
    DateJudge.Decision dates = dates(new HashSet<>(story), apart, parted);
    ArticleVersion version = version(parted.dek(told.dek), parted, notices, dates, extractor);
    // A live blog's older posts go to another page; that is not a story cut off.
    Cut cut =
        version.liveBlog() == null ? CutSigns.of(page, articles, found, uncut, open, walls) : null;
    return new Extraction.Article(version, cut, evidence(dates, cut));
  }

  private List<Evidence> evidence(DateJudge.Decision dates, @Nullable Cut cut) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence("headline", headline.rule(), headline.text()));
    evidence.addAll(dates.evidence());
    evidence.addAll(SiteReading.evidence(page));
    String broken = Mojibake.example(page.text(TOLD));
    if (!broken.isEmpty()) {
      String seen = "'" + broken + "': UTF-8 read as Western text by the publisher, left as served";
      evidence.add(new Evidence("text", "mojibake", seen));
    }
    if (cut != null) {
      evidence.add(new Evidence("cut", ids(cut), cut.words()));
    }
    return evidence;
  }

  private static String ids(Cut cut) {
    return cut.signs().stream().map(EnumId::of).collect(Collectors.joining(", "));
  }

  /** The story with its notices, furniture and date lines taken out. */
  private List<Passage> whole() {
    List<Passage> found = finder.find(page.body());
    List<Passage> ruled = SiteReading.body(page);
    List<Passage> whole = story(ruled.isEmpty() ? found : ruled);
    if (whole.isEmpty()) {
      whole = BodyTidy.undated(finder.anything(), page.dates());
    }
    // A fragment out of a content system has nothing round its text.
    return whole.isEmpty() && page.head().bare() ? page.passages() : whole;
  }

  private List<Passage> story(List<Passage> found) {
    List<Passage> kept = new ArrayList<>(found);
    kept.removeIf(passage -> history.holds(passage.element()));
    Set<String> pictured = Pictures.words(finder.root());
    Set<String> captions = Pictures.lines(page);
    kept = new BodyTidy(kept, headline, stated, pictured, captions, page.head().bare()).tidy();
    return BodyTidy.undated(kept, page.dates());
  }

  /** The story without what was set into it; says what of the page is of that kind besides. */
  private List<Passage> withoutInserts(List<Passage> story) {
    Speech speech = new Speech(Lexicon.of(page.language()));
    Outlet outlet = Outlet.of(page, headline.passage(), story, speech);
    Pleas pleas = new Pleas(speech, outlet, story);
    Bios nameless = new Bios(pleas, List.of());
    furniture = passage -> pleas.furniture(passage) || pleas.marks(passage);
    bylines =
        new Bylines(
            page, articles, headline, passage -> nameless.bio(passage, Inserts.slanted(passage)));
    Bios bios = new Bios(pleas, bylines.find(story).authors());
    Inserts inserts = new Inserts(story, finder.root(), stated, pleas, bios);
    finder.apart(inserts.boxes());
    return inserts.rest();
  }

  private @Nullable Element headlineElement() {
    return headline.passage() == null ? null : headline.passage().element();
  }

  private DateJudge.Decision dates(Set<Passage> body, Set<Passage> apart, LiveBlogs.Parted parted) {
    List<DateCandidate> candidates =
        new DateFinder(page, headline.passage(), body, apart, articles, parted::holds).find();
    candidates.addAll(history.candidates());
    candidates.addAll(SiteReading.dates(page));
    return DateJudge.decide(candidates, page.dates());
  }

  /** What stands above the story, and the story. */
  private record Told(String dek, List<Passage> story) {}

  private Told told(List<Passage> whole) {
    String above = Deks.find(page, headline, articles, whole, furniture);
    Passage leading = above.isEmpty() ? Deks.leading(whole) : null;
    return leading == null
        ? new Told(above, whole)
        : new Told(leading.text(), whole.subList(1, whole.size()));
  }

  private ArticleVersion version(
      String dek,
      LiveBlogs.Parted parted,
      List<Notice> notices,
      DateJudge.Decision dates,
      String extractor) {
    List<Passage> story = parted.story();
    // Posts are counted in passages.
    List<Block> body =
        parted.blog() == null
            ? new TableRows(page.language()).blocks(story, this::block)
            : story.stream().map(this::block).toList();
    String stated =
        page.statedLanguage().isEmpty() ? Languages.marked(story) : page.statedLanguage();
    return new ArticleVersion(
        new ArticleHead(
            headline.text(),
            dek,
            Objects.requireNonNull(bylines).find(story),
            story.isEmpty() ? "" : Datelines.of(story.get(0).text()),
            section()),
        new ArticleContent(
            body, captions(story), Pictures.images(page, finder, headlineElement()), parted.blog()),
        new Statements(notices, dates.dates(), dates.updates()),
        LanguageGuess.of(stated, headline.text(), dek, body),
        page.head().canonical(),
        extractor);
  }

  private List<Caption> captions(List<Passage> story) {
    int first = story.isEmpty() ? 0 : story.get(0).order();
    int last = story.isEmpty() ? -1 : story.get(story.size() - 1).order();
    int from = headline.passage() == null ? first : Math.min(first, headline.passage().order());
    return Pictures.captions(page, finder, from, last);
  }

  private String section() {
    String meta = page.head().meta("article:section", "section", "parsely-section");
    if (!meta.isEmpty() || articles.isEmpty()) {
      return meta;
    }
    return CleanText.of(articles.get(0).text("articleSection"));
  }

  private Block block(Passage passage) {
    String text = passage.text();
    String lang = Languages.differing(passage.lang(), page.language());
    return switch (passage.kind()) {
      case HEADING -> new Block.Subhead(text, Math.max(2, passage.level()), lang);
      case BULLET -> new Block.ListItem(text, Math.max(1, passage.level()), false, lang);
      case NUMBERED -> new Block.ListItem(text, Math.max(1, passage.level()), true, lang);
      case QUOTE -> new Block.Quote(text, lang);
      case PARAGRAPH, CAPTION, CELL -> new Block.Paragraph(text, lang);
    };
  }
}
