package stet.watch.store;

import stet.capture.EnumId;

/** What came of one check, in a word. */
public enum CheckOutcome {
  /** Not checked yet. */
  NEVER,
  /** An article, for the first time. */
  FIRST,
  /** The text is another one. */
  CHANGED,
  /** The text is the same. */
  UNCHANGED,
  /** The server says that nothing changed. */
  NOT_MODIFIED,
  /** Status 200, but a block, consent or other page that shows no article. */
  NO_ARTICLE,
  /** Status 404 or 410. */
  GONE,
  /** Another status of the 400s, or one that makes no sense here. */
  REFUSED,
  /** Status 500 and above. */
  SERVER_ERROR,
  /** No answer. */
  FAILED,
  /** The host's robots.txt asks not to. */
  DISALLOWED,
  /** A feed, sitemap or section page, read to its end. */
  READ,
  /** One that could be read in part. */
  PARTLY_READ,
  /** One that could not be read. */
  UNREADABLE;

  /** The name as stored and shown: lower case, with hyphens. */
  public String id() {
    return EnumId.of(this);
  }

  /** The outcome of that {@link #id()}. */
  public static CheckOutcome ofId(String id) {
    return EnumId.read(CheckOutcome.class, id);
  }

  /** The same in words, for a sentence that begins or goes on with it. */
  public String words() {
    return switch (this) {
      case NEVER -> "it was not checked";
      case FIRST -> "an article was found there, for the first time";
      case CHANGED -> "the text changed";
      case UNCHANGED -> "nothing changed";
      case NOT_MODIFIED -> "nothing changed, as the server says";
      case NO_ARTICLE -> "no article was found in what came";
      case GONE -> "the server says that no such page is there";
      case REFUSED -> "the server refused to show it";
      case SERVER_ERROR -> "the server failed";
      case FAILED -> "no answer came";
      case DISALLOWED -> "the host’s robots.txt asks not to fetch it";
      case READ -> "the list was read";
      case PARTLY_READ -> "the list was read in part";
      case UNREADABLE -> "the list could not be read";
    };
  }

  /** Whether it tells in which state the article or the list is. */
  public boolean showsState() {
    return switch (this) {
      case FIRST, CHANGED, UNCHANGED, NOT_MODIFIED, READ, PARTLY_READ -> true;
      case NEVER, NO_ARTICLE, GONE, REFUSED, SERVER_ERROR, FAILED, DISALLOWED, UNREADABLE -> false;
    };
  }
}
