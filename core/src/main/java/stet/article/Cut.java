package stet.article;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Signs on one captured page that it may not be the whole story. None of them proves it: many
 * outlets carry some on every page. They count where they are held against the article's other
 * captures.
 *
 * @param signs what was seen, in the order of {@link Sign}; never empty
 * @param words the words or markup that say it, for people; may be empty
 * @param stated how many words the page says its story has; 0 where it says nothing
 */
public record Cut(List<Sign> signs, String words, int stated) {
  /** One kind of sign. */
  public enum Sign {
    /** The reader's free articles are used up. */
    METERED,
    /** The reader is to register or to log in to read on. */
    REGISTRATION,
    /** The reader is to subscribe to read on, or the story is for subscribers. */
    PAYWALL,
    /** A line or button of nothing else, such as "Read more", right after the text. */
    READ_MORE,
    /** An offer to subscribe that does not say that the story goes on. */
    OFFER,
    /** An element beside the text is named after a wall. */
    MARKUP,
    /** The page names the part of it that must be paid for, and that part isn't on it. */
    WITHHELD,
    /** The page states {@code isAccessibleForFree: false} or a tier that must be paid for. */
    NOT_FREE,
    /**
     * Text that can't be read stands in for text: filler words, repeated signs, blurred letters.
     */
    FILLER,
    /** The text is much shorter than the page says the story is. */
    LENGTH,
    /** The page ends without its closing tags, or shows that text is still to come. */
    HALF_LOADED,
    /** The text ends with an ellipsis. */
    ELLIPSIS,
    /** The text ends without the mark that ends a sentence. */
    UNFINISHED
  }

  private static final Set<Sign> WALLS =
      EnumSet.of(
          Sign.METERED, Sign.REGISTRATION, Sign.PAYWALL, Sign.WITHHELD, Sign.FILLER, Sign.LENGTH);

  public Cut {
    signs = List.copyOf(new TreeSet<>(signs));
    if (signs.isEmpty()) {
      throw new IllegalArgumentException("no sign");
    }
  }

  /** Whether that sign was seen. */
  public boolean has(Sign sign) {
    return signs.contains(sign);
  }

  /** Whether the page itself says that there is more of the story than it shows. */
  public boolean saysSo() {
    return signs.stream().anyMatch(WALLS::contains)
        || has(Sign.ELLIPSIS) && signs.stream().anyMatch(s -> s.compareTo(Sign.NOT_FREE) <= 0);
  }
}
