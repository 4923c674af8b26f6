package stet.report;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import stet.report.page.Frame;
import stet.report.page.FrontView;
import stet.report.page.FrontView.ArticleRow;
import stet.report.page.Link;

/**
 * Tables of articles in several orders, cut into pages of a size that opens at once. Sorting
 * without a script means that every order is a page of its own.
 */
final class ArticleLists {
  private static final int ROWS = 200;

  /** Pages of every order but the first; what stands further down is found in the first order. */
  private static final int RANKED = 5;

  /**
   * A page links to so many before and after it, the first and the last: with links to all, their
   * number would grow like the square of the collection.
   */
  private static final int NEAR = 10;

  /**
   * An order of articles.
   *
   * @param id part of its pages' names
   * @param name what its link says
   * @param note what its table says
   */
  private record Order(String id, String name, String note, Comparator<ArticleRef> by) {}

  /** Newest change first; articles never seen to change after them, newest capture first. */
  static final Comparator<ArticleRef> NEWEST =
      Comparator.comparing((ArticleRef l) -> l.changed() == null ? Instant.MIN : l.changed())
          .thenComparing(ArticleRef::last)
          .reversed()
          .thenComparing(l -> l.key());

  static final Comparator<ArticleRef> TELLING =
      Comparator.comparingInt(ArticleRef::score).reversed().thenComparing(NEWEST);

  private static final List<Order> ORDERS =
      List.of(
          new Order("newest", "newest change", "Newest change first", NEWEST),
          new Order("telling", "most telling", "Most telling edit first", TELLING),
          new Order(
              "revised",
              "most revisions",
              "Most revisions first",
              Comparator.comparingInt(ArticleRef::revisions).reversed().thenComparing(NEWEST)),
          new Order(
              "silent",
              "most silent",
              "Most silent revisions first",
              Comparator.comparingInt(ArticleRef::silent).reversed().thenComparing(NEWEST)),
          new Order(
              "headline",
              "headline",
              "By headline",
              Comparator.comparing(ArticleRef::headline).thenComparing(NEWEST)));

  private final FrontPages front;
  private final Shelf shelf;

  ArticleLists(FrontPages front, Shelf shelf) {
    this.front = front;
    this.shelf = shelf;
  }

  /** A table with its note and its links. */
  record Table(String note, List<ArticleRow> rows, List<Link> orders, List<Link> pages) {}

  /**
   * The first rows, for a page that shows more than a table.
   *
   * @param own the page's own file name
   * @param stem what the names of the further pages begin with
   * @param ordered whether there are other orders
   */
  Table first(List<ArticleRef> lines, String root, String own, String stem, boolean ordered)
      throws IOException {
    List<ArticleRef> sorted = lines.stream().sorted(NEWEST).toList();
    return table(sorted, root, ORDERS.get(0), 0, own, stem, ordered);
  }

  /** Writes every further page. */
  void write(
      List<ArticleRef> lines,
      String folder,
      String own,
      String stem,
      boolean ordered,
      Frame frame,
      PageFiles files)
      throws IOException {
    for (Order order : ordered ? ORDERS : ORDERS.subList(0, 1)) {
      List<ArticleRef> sorted = lines.stream().sorted(order.by()).toList();
      for (int page = order == ORDERS.get(0) ? 1 : 0; page < pages(sorted, order); page++) {
        Table table = table(sorted, frame.root(), order, page, own, stem, ordered);
        FrontView view = front.list(frame, table);
        files.write(folder + name(own, stem, order, page), Pages.render("list", view));
      }
    }
  }

  private static int pages(List<ArticleRef> lines, Order order) {
    int pages = (lines.size() + ROWS - 1) / ROWS;
    return order == ORDERS.get(0) ? pages : Math.min(RANKED, pages);
  }

  private Table table(
      List<ArticleRef> sorted,
      String root,
      Order order,
      int page,
      String own,
      String stem,
      boolean ordered)
      throws IOException {
    int from = page * ROWS;
    int to = Math.min(sorted.size(), from + ROWS);
    List<ArticleRow> rows = new ArrayList<>();
    for (ArticleRef ref : sorted.subList(from, to)) {
      rows.add(front.row(shelf.line(ref), root));
    }
    String note = order.note() + "; " + (from + 1) + " to " + to + " of ";
    List<Link> orders = new ArrayList<>();
    if (ordered) {
      for (Order other : ORDERS) {
        orders.add(new Link(other == order ? "" : name(own, stem, other, 0), other.name()));
      }
    }
    List<Link> pages = new ArrayList<>();
    int count = pages(sorted, order);
    for (int i = 0; count > 1 && i < count; i++) {
      if (i == 0 || i == count - 1 || Math.abs(i - page) <= NEAR) {
        pages.add(new Link(i == page ? "" : name(own, stem, order, i), String.valueOf(i + 1)));
      }
    }
    return new Table(note + Numbers.grouped(sorted.size()) + ".", rows, orders, pages);
  }

  private static String name(String own, String stem, Order order, int page) {
    if (order == ORDERS.get(0) && page == 0) {
      return own;
    }
    return stem + order.id() + "-" + (page + 1) + ".html";
  }
}
