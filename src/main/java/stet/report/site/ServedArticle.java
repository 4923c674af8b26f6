package stet.report.site;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.report.page.CheckForm;
import stet.report.page.DiffView;
import stet.report.page.NoteForm;
import stet.report.page.Surround;
import stet.report.view.Beside;
import stet.report.view.FrameMaker;
import stet.report.view.GoneWords;
import stet.report.view.RevisionViews;
import stet.report.view.Sums;
import stet.report.words.Addresses;
import stet.report.words.Times;
import stet.timeline.BlameWalk;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/**
 * The pages of one article, each made when a reader asks for it: the same pages under the same
 * names as in a site of files, but for its data, which is not packed.
 */
public final class ServedArticle {
  private static final Pattern NUMBERED =
      Pattern.compile("(v|r|older-)([1-9][0-9]{0,8})\\.(html|svg|webp)");

  /** The article's own page among its files. */
  public static final String INDEX = "index.html";

  private final Timeline timeline;
  private final FolderPages pages;
  private final NoteForm.@Nullable Desk desk;
  private final Feeds feeds;

  /**
   * @param surround what stands around each page
   * @param desk for those who may say something of a revision; null for others
   */
  public ServedArticle(
      Timeline timeline, Basis basis, Surround surround, NoteForm.@Nullable Desk desk) {
    this.timeline = timeline;
    this.desk = desk;
    this.feeds = new Feeds(basis.options());
    this.pages =
        new FolderPages(
            timeline,
            basis,
            new Times(basis.options().zone()),
            new FrameMaker(basis.options(), surround));
  }

  /** The file of that name in the article's folder; empty where it has none. */
  public Optional<byte[]> file(String name) throws IOException {
    return switch (name) {
      case INDEX -> Optional.of(index(null));
      case Addresses.FIRST_LATEST ->
          timeline.versions().size() > 2
              ? Optional.of(
                  pages.compared(1, timeline.versions().size(), "first and latest version"))
              : Optional.empty();
      case Addresses.NOTICES ->
          pages.hasNotices() ? Optional.of(pages.notices()) : Optional.empty();
      case Addresses.DATA -> Optional.of(pages.data());
      case "feed.xml", "feed.json" -> feed(name);
      default -> numbered(name);
    };
  }

  /**
   * The article's own page.
   *
   * @param checking where it is checked out of turn; null where whoever reads may not have it done
   */
  public byte[] index(@Nullable CheckForm checking) {
    return pages.index(sums(), Set.of(), checking);
  }

  private Optional<byte[]> feed(String name) throws IOException {
    byte[][] found = new byte[1][];
    feeds.article(
        pages,
        (file, content) -> {
          if (file.equals(name)) {
            found[0] = content;
          }
        });
    return Optional.ofNullable(found[0]);
  }

  private Optional<byte[]> numbered(String name) throws IOException {
    Matcher m = NUMBERED.matcher(name);
    if (!m.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(m.group(2));
    return switch (m.group(1) + m.group(3)) {
      case "vhtml" -> version(number);
      case "vwebp" -> picture(number);
      case "rhtml" -> revision(number);
      case "rsvg" ->
          pages.edits().stream().filter(e -> e.version() == number).findFirst().map(pages::card);
      case "older-html" ->
          number > pages.groups() ? Optional.empty() : Optional.of(pages.older(number));
      default -> Optional.empty();
    };
  }

  private Optional<Entry.Revised> revised(int version) {
    return timeline.revisions().stream().filter(r -> r.version() == version).findFirst();
  }

  private Optional<byte[]> revision(int number) throws IOException {
    Optional<Entry.Revised> revised = revised(number);
    return revised.isEmpty()
        ? Optional.empty()
        : Optional.of(pages.revision(revised.get(), Set.of(), desk));
  }

  private Optional<byte[]> picture(int number) throws IOException {
    return number > timeline.versions().size()
        ? Optional.empty()
        : pages.picture(timeline.versions().get(number - 1));
  }

  private Optional<byte[]> version(int number) throws IOException {
    if (number > timeline.versions().size()) {
      return Optional.empty();
    }
    ArticleVersion first = timeline.versions().get(0).state();
    BlameWalk ages = new BlameWalk(first);
    GoneWords gone = new GoneWords(first);
    for (SeenVersion version : timeline.versions().subList(1, number)) {
      gone.revise(pages.steps().to(version.number()), version.state(), version.number());
      ages.revise(pages.steps().to(version.number()), version.state());
    }
    return Optional.of(pages.version(timeline.versions().get(number - 1), ages, gone));
  }

  private String sums() {
    List<SeenVersion> versions = timeline.versions();
    if (versions.isEmpty()) {
      return "";
    }
    BlameWalk ages = new BlameWalk(versions.get(0).state());
    for (SeenVersion version : versions.subList(1, versions.size())) {
      ages.revise(pages.steps().to(version.number()), version.state());
    }
    return Sums.of(timeline, ages.standing());
  }

  /**
   * Two versions beside each other; neighbours in order as their revision.
   *
   * @return empty where there is no such version
   */
  public Optional<byte[]> compared(int from, int to) throws IOException {
    int versions = timeline.versions().size();
    if (from < 1 || to < 1 || from > versions || to > versions) {
      return Optional.empty();
    }
    Optional<Entry.Revised> stored = from == to - 1 ? revised(to) : Optional.empty();
    return Optional.of(
        stored.isPresent()
            ? pages.revision(stored.get(), Set.of(), desk)
            : pages.compared(from, to, RevisionViews.name(from, to)));
  }

  /**
   * A version beside a page that is none of the article's here.
   *
   * @param number of the version, which must be there
   */
  public DiffView beside(int number, ArticleVersion page, Beside said) {
    return pages.beside(number, page, said);
  }
}
