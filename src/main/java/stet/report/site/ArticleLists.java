package stet.report.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.report.page.Frame;
import stet.report.page.FrontView.Row;
import stet.report.page.Link;
import stet.report.words.Addresses;
import stet.report.words.Numbers;
import stet.report.words.Pages;

/**
 * Tables of articles in several orders, cut into pages of a size that opens at once. Sorting
 * without a script means that every order is a page of its own. The orders in which one change
 * moves all others show their first pages only; the list of all articles is in the order in which
 * they were first seen, so that a change rewrites the pages on which its article stands.
 */
final class ArticleLists {
  static final int ROWS = 200;

  /** Pages of each order of the collection; an outlet shows the first page of one order. */
  private static final int RANKED = 5;

  /** A page of the list of all links to so many before it. */
  private static final int NEAR = 10;

  private static final String NEWEST_FIRST = "changed DESC, last DESC, key";
  private static final String SEEN = "as first seen";

  private static final String TELLING = "score DESC, " + NEWEST_FIRST;

  /** Newest change first, of one moment as their entries in feeds are ordered. */
  static final String NEWEST_BY_KEY = "changed DESC, key";

  /**
   * An order of articles.
   *
   * @param id part of its pages' names
   * @param name what its link says
   * @param note what its table says
   * @param by SQL over the ledger
   */
  private record Order(String id, String name, String note, String by) {}

  /** Newest change first; articles never seen to change after them, newest capture first. */
  private static final Order NEWEST =
      new Order("newest", "newest change", "Newest change first", NEWEST_FIRST);

  private static final List<Order> ORDERS =
      List.of(
          NEWEST,
          new Order("telling", "most telling", "Most telling edit first", TELLING),
          new Order(
              "revised",
              "most revisions",
              "Most revisions first",
              "revisions DESC, " + NEWEST_FIRST),
          new Order(
              "silent",
              "most silent",
              "Most silent revisions first",
              "silent DESC, " + NEWEST_FIRST));

  /**
   * Whose articles are listed.
   *
   * @param outlet empty for all
   * @param articles how many there are
   * @param frame of its pages
   */
  record Scope(String outlet, int articles, Frame frame) {
    /** The page that shows more than a table, and the first of the newest. */
    private String own() {
      return outlet.isEmpty() ? "index.html" : name(Addresses.outlet(outlet));
    }

    private List<Order> orders() {
      return outlet.isEmpty() ? ORDERS : List.of(NEWEST);
    }

    /** How many pages of an order there are. */
    private int ranked() {
      return Math.min(outlet.isEmpty() ? RANKED : 1, (articles + ROWS - 1) / ROWS);
    }

    /** How many pages show all articles; none where an order does. */
    private int all() {
      return articles > ranked() * ROWS ? (articles + ROWS - 1) / ROWS : 0;
    }
  }

  /** A table with its note and its links. */
  record Table(String note, List<Row> rows, List<Link> orders, List<Link> pages) {}

  /** What is on a page that shows nothing but a table. */
  interface Content {
    byte[] render();
  }

  /**
   * A page that shows nothing but a table.
   *
   * @param file its name, from the site's first folder
   * @param inputs what it is made from besides rows that forget it when they change
   */
  record Page(String file, String inputs, Content content) {}

  private final FrontPages front;
  private final ShownArticles shown;

  ArticleLists(FrontPages front, ShownArticles shown) {
    this.front = front;
    this.shown = shown;
  }

  /** The name of a page of the list of all articles, from the site's first folder. */
  static String seen(String outlet, int page) {
    return folder(outlet) + stem(outlet) + "seen-" + (page + 1) + ".html";
  }

  private static String folder(String outlet) {
    return outlet.isEmpty() ? "" : "o/";
  }

  private static String stem(String outlet) {
    if (outlet.isEmpty()) {
      return "articles-";
    }
    String page = name(Addresses.outlet(outlet));
    return page.substring(0, page.length() - ".html".length()) + "-";
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The first rows, for a page that shows more than a table. */
  Table first(Scope scope) {
    return table(scope, NEWEST, 0, refs(scope, NEWEST, 0));
  }

  private List<ArticleRef> refs(Scope scope, Order order, int page) {
    return shown.ordered(order.by(), scope.outlet(), page * ROWS, ROWS);
  }

  /** Every further page. */
  List<Page> pages(Scope scope) {
    List<Page> pages = new ArrayList<>();
    for (Order order : scope.orders()) {
      for (int page = order == NEWEST ? 1 : 0; page < scope.ranked(); page++) {
        pages.add(ranked(scope, order, page));
      }
    }
    for (int page = 0; page < scope.all(); page++) {
      int number = page;
      boolean last = page == scope.all() - 1;
      pages.add(
          new Page(
              seen(scope.outlet(), page),
              last ? "last" : "followed",
              () -> render(scope, seen(scope, number, last))));
    }
    return pages;
  }

  private Page ranked(Scope scope, Order order, int page) {
    List<ArticleRef> refs = refs(scope, order, page);
    String marks = refs.stream().map(r -> r.key() + r.mark()).collect(Collectors.joining());
    return new Page(
        folder(scope.outlet()) + name(scope, order, page),
        scope.articles() + " " + marks,
        () -> render(scope, table(scope, order, page, refs)));
  }

  private byte[] render(Scope scope, Table table) {
    return Pages.render("list", front.list(scope.frame(), table));
  }

  private Table table(Scope scope, Order order, int page, List<ArticleRef> refs) {
    int from = page * ROWS;
    String note = order.note() + "; " + (from + 1) + " to " + (from + refs.size()) + " of ";
    List<Link> pages = new ArrayList<>();
    for (int i = 0; scope.ranked() > 1 && i < scope.ranked(); i++) {
      pages.add(new Link(i == page ? "" : name(scope, order, i), String.valueOf(i + 1)));
    }
    return new Table(
        note + Numbers.grouped(scope.articles()) + ".",
        rows(scope, refs),
        orders(scope, order),
        pages);
  }

  /** Nothing on it depends on articles that were seen later, but for the link to the next page. */
  private Table seen(Scope scope, int page, boolean last) {
    List<Row> rows = shown.seen(scope.outlet(), page * ROWS, ROWS);
    List<Link> pages = new ArrayList<>();
    for (int i = 0; i <= (last ? page : page + 1); i++) {
      if (i == 0 || i >= page - NEAR) {
        String number = Numbers.grouped(i + 1);
        pages.add(new Link(i == page ? "" : name(seen(scope.outlet(), i)), number));
      }
    }
    String from = Numbers.grouped((long) page * ROWS + 1);
    String to = Numbers.grouped((long) page * ROWS + rows.size());
    return new Table(
        "All articles as they were first seen, oldest first; " + from + " to " + to + ".",
        placed(scope, rows),
        orders(scope, null),
        pages);
  }

  private List<Row> rows(Scope scope, List<ArticleRef> refs) {
    return placed(scope, refs.stream().map(shown::row).toList());
  }

  private static List<Row> placed(Scope scope, List<Row> rows) {
    return rows.stream().map(r -> FrontPages.placed(r, scope.frame().root())).toList();
  }

  private static List<Link> orders(Scope scope, @Nullable Order shown) {
    List<Link> links = new ArrayList<>();
    if (scope.orders().size() == 1 && scope.all() == 0) {
      return links;
    }
    for (Order order : scope.orders()) {
      links.add(new Link(order == shown ? "" : name(scope, order, 0), order.name()));
    }
    if (scope.all() > 0) {
      links.add(new Link(shown == null ? "" : name(seen(scope.outlet(), 0)), SEEN));
    }
    return links;
  }

  private static String name(Scope scope, Order order, int page) {
    if (order == NEWEST && page == 0) {
      return scope.own();
    }
    return stem(scope.outlet()) + order.id() + "-" + (page + 1) + ".html";
  }
}
