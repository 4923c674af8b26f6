package stet.story;

import java.util.List;
import java.util.Optional;
import stet.timeline.TrackedArticle;

/** What is known of addresses and articles so far. Kept by a collection, or in memory. */
public interface AddressIndex {
  /**
   * That one address stands for another.
   *
   * @param to the other address, normalised
   * @param rule why it was believed, as a lower-case id
   * @param statedAt sort key of the capture that says so; the greatest counts; empty where equal
   *     text alone says so
   */
  record Pointer(String to, String rule, String statedAt) {}

  /** Adds an address unless it is here. */
  void add(String uri);

  /** Those of the addresses that are here. */
  List<String> known(List<String> uris);

  /** What the address stands for; empty where it stands for itself. */
  Optional<Pointer> pointer(String uri);

  /** Lets an address that is here stand for another. */
  void point(String uri, Pointer pointer);

  /** Addresses that stand for {@code uri}, directly, in their order. */
  List<String> pointingTo(String uri);

  /** The number of the article that the address belongs to; empty while nothing was captured. */
  Optional<Long> articleAt(String uri);

  /** Gives an address to an article. */
  void give(String uri, long article);

  /** The number of the article, which is added if it is new. */
  long idOf(TrackedArticle article);

  /** The article of that number. */
  TrackedArticle article(long id);

  /** Gives all captures under an address to an article. */
  void move(String address, long article);

  /**
   * Notes that an article lost captures, so that its versions may name some that are not its own.
   *
   * @return whether it is still an article: one that has no capture left is removed
   */
  boolean lost(long article);
}
