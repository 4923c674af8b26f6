package stet.report.view;

import stet.report.ReportOptions;
import stet.report.page.Frame;
import stet.report.page.Share;
import stet.report.page.Surround;
import stet.report.words.Addresses;
import stet.report.words.Numbers;
import stet.report.words.TellingEdit;
import stet.text.Truncation;

/** The frames of the pages of one site. */
public final class FrameMaker {
  private static final int TITLE = 120;
  private static final String UP = "../../";

  private final ReportOptions options;
  private final Surround surround;

  /** Frames of a site of files. */
  public FrameMaker(ReportOptions options) {
    this(options, Surround.FILES);
  }

  /** Frames of a site with something else around its pages. */
  public FrameMaker(ReportOptions options, Surround surround) {
    this.options = options;
    this.surround = surround;
  }

  /** A page in the site's first folder. */
  public Frame top(String title) {
    return frame(title, "", "feed.xml", "index.json");
  }

  /** A page of an outlet. */
  public Frame outlet(String outlet) {
    String page = Addresses.outlet(outlet);
    String base = page.substring(page.indexOf('/') + 1, page.length() - ".html".length());
    return frame(outlet, "../", base + ".xml", "");
  }

  public Frame article(ArticleLine line) {
    String counts = Numbers.of(line.edits().revisions(), "revision", "revisions");
    int silent = line.edits().silent();
    return inArticle(
        headline(line.titled()) + ": " + counts + (silent > 0 ? ", " + silent + " silent" : ""));
  }

  /** A page in an article's folder. */
  public Frame inArticle(String title) {
    return frame(title, UP, "feed.xml", data());
  }

  /**
   * A page of single versions in an article's folder, which leaves the feed to the article's own
   * page. It has its own data where a server answers; a site of files has one file for all of them.
   */
  public Frame ofVersions(String title, String data) {
    return frame(title, UP, "", surround.answers() ? data : data());
  }

  private String data() {
    return surround.answers() ? Addresses.DATA : Addresses.PACKED_DATA;
  }

  /**
   * Any page.
   *
   * @param root the way to the site's first folder: empty, or as many {@code ../} as are needed
   * @param feed its feed, empty for none
   * @param data its JSON, empty for none
   */
  public Frame frame(String title, String root, String feed, String data) {
    return new Frame(title, collection(), root, options.producer(), feed, data, null, surround);
  }

  /**
   * A page of an article that shows an edit.
   *
   * @param page its file in the article's folder
   * @param picture whether there is a picture that can be shown where links are shared
   */
  public Frame sharing(
      Frame frame, String page, TitledArticle article, TellingEdit edit, boolean picture) {
    String folder =
        options.base().isEmpty() ? "" : options.base() + Addresses.folder(article.article());
    return frame.with(
        new Share(
            frame.title(),
            Cards.of(edit, article).alt(),
            folder.isEmpty() ? "" : folder + page,
            picture ? folder + Addresses.png(edit.version()) : ""));
  }

  /** The collection's name; the program's own is no name to repeat on every page. */
  private String collection() {
    return isNamed(options) ? options.title() : "";
  }

  /** What the front page is called. */
  public static String name(ReportOptions options) {
    return isNamed(options) ? options.title() : "What changed after publication";
  }

  private static boolean isNamed(ReportOptions options) {
    return !options.title().isBlank() && !options.title().equals("stet");
  }

  public static String headline(TitledArticle article) {
    return Truncation.shortened(article.headline().text(), TITLE);
  }
}
