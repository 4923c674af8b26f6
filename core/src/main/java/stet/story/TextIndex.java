package stet.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;

/** What captures showed so far, and which of their links only text can confirm. */
public interface TextIndex {
  /** The number of that state, which is added if it is new. */
  long stateOf(ArticleVersion version);

  /** The state of that number. */
  ArticleVersion state(long number);

  /** The states that captures under an address showed, in the order of their numbers. */
  List<Long> statesAt(String address);

  /**
   * Adds what one capture says.
   *
   * @param capture its number
   * @param statedAt its sort key
   * @param state what the page at the end showed; null where the link alone is known
   */
  void hint(long capture, AddressPair pair, String statedAt, @Nullable Long state);

  /** All pairs of which the address is one. */
  List<AddressPair> hintsWith(String uri);

  /** The greatest sort key of captures that say so; empty where none does. */
  String hintedAt(AddressPair pair);

  /** What checks of the first address showed that ended at the second. */
  List<Long> landed(AddressPair pair);

  /**
   * Lets the captures that say so count as what they are when the pair is one story: a page at the
   * end shows the story, a redirect tells that it moved.
   *
   * @return the numbers of the articles whose captures changed
   */
  List<Long> confirm(AddressPair pair);
}
