package stet.capture;

import stet.text.SafeText;

/** Where a capture came from. */
public sealed interface CaptureSource {

  /** One word for the kind, as stored and shown: {@code file}, {@code live} and so on. */
  String kind();

  /**
   * The name within that kind, for people: a file's or an archive's name, empty for a live fetch.
   * Never a path on this machine.
   */
  String name();

  /**
   * A saved page read from disk.
   *
   * @param name the file's own name without its folder, never a path
   * @param time where the capture time was taken from
   * @param title the headline that an index beside the file states, used only when the page itself
   *     has none; empty when there is no index
   */
  record SavedFile(String name, TimeBasis time, String title) implements CaptureSource {
    @Override
    public String kind() {
      return "file";
    }
  }

  /**
   * Fetched by stet itself.
   *
   * @param requested the address whose check led here: the capture's own, or the one that began the
   *     redirects; of a part, the page's
   * @param role what it is to the check
   * @param via the address that named the capture's own: the one that redirected to it, or the
   *     feed, sitemap or section page that brought it; empty where a person named it
   */
  record Live(String requested, Role role, String via) implements CaptureSource {
    public Live {
      requested = SafeText.withoutUsers(requested);
      via = SafeText.withoutUsers(via);
    }

    /** A check of an article that a person named. */
    public Live(String requested) {
      this(requested, Role.PAGE, "");
    }

    /** The same in another role. */
    public Live as(Role other) {
      return new Live(requested, other, via);
    }

    @Override
    public String kind() {
      return "live";
    }

    @Override
    public String name() {
      return role == Role.SHOWN ? IN_A_BROWSER : "";
    }
  }

  /** The name of what a browser showed of a page that stet fetched. */
  String IN_A_BROWSER = "in a browser";

  /** What a capture is to the check that it was made for. */
  enum Role {
    /** The page, as it was sent, or a step on the way to it. */
    PAGE,
    /** A feed, sitemap or section page that was looked at for articles, and no article itself. */
    LIST,
    /** The page, as it was sent, where a browser showed it too: that counts, and this does not. */
    SENT,
    /** The page as a browser showed it: its text and structure, as a page without scripts. */
    SHOWN,
    /**
     * What a browser asked for to show a page: styles, pictures, data; or the picture of the page
     * itself. No article.
     */
    PART;

    /** Whether such a capture is of an article, whatever it shows of it. */
    public boolean ofArticle() {
      return this != LIST && this != PART;
    }
  }

  /**
   * Taken from a WARC or WACZ file that someone else wrote.
   *
   * @param name the file's own name without its folder, never a path
   * @param record the record's WARC-Record-ID as written
   * @param via the address whose redirect, recorded shortly before in the same file, led to the
   *     capture's own; empty where none is known. Says nothing of which article it is
   */
  record WarcRecord(String name, String record, String via) implements CaptureSource {
    public WarcRecord {
      via = SafeText.withoutUsers(via);
    }

    /** A record to which no redirect is known to have led. */
    public WarcRecord(String name, String record) {
      this(name, record, "");
    }

    @Override
    public String kind() {
      return "warc";
    }
  }

  /**
   * Taken from a web archive (RFC 7089).
   *
   * @param name the archive's name as configured
   * @param memento the address of the memento that was fetched
   */
  record Memento(String name, String memento) implements CaptureSource {
    public Memento {
      memento = SafeText.withoutUsers(memento);
    }

    @Override
    public String kind() {
      return "memento";
    }
  }

  /** What a file's capture time rests on, strongest first. */
  enum TimeBasis {
    /** The file's name carries the time. */
    NAME,
    /** The person who imported it said so. */
    STATED,
    /** Only the file system's modification time is known. */
    FILE_TIME
  }
}
