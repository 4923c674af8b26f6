package stet.report.page;

import org.jspecify.annotations.Nullable;

/**
 * What every page carries.
 *
 * @param title of the page, for the window's title
 * @param collection name of the collection, empty where it has none of its own
 * @param root the way from the page to the site's first folder: empty or {@code ../../}
 * @param producer name and version of the program
 * @param feed address of the feed that belongs to the page, empty for none
 * @param data address of the JSON file that belongs to the page, empty for none
 * @param share what those who link to the page are told, null for nothing
 * @param surround what stands around every page of the site
 */
public record Frame(
    String title,
    String collection,
    String root,
    String producer,
    String feed,
    String data,
    @Nullable Share share,
    Surround surround) {
  public Frame {
    title = Shown.text(title);
    collection = Shown.text(collection);
    producer = Shown.text(producer);
  }

  /** The same for a page that runs a script of the site's own. */
  public Frame running(String script) {
    return new Frame(
        title, collection, root, producer, feed, data, share, surround.running(script));
  }

  /** The same for a page that may be shared. */
  public Frame with(Share shared) {
    return new Frame(title, collection, root, producer, feed, data, shared, surround);
  }
}
