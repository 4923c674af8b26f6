package stet.withhold;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.capture.Erasure;

/**
 * One takedown.
 *
 * @param id its number, from 1
 * @param scope how much it takes
 * @param article address of the article that it was asked for
 * @param version number that the version had when it was asked for; 0 where none was named
 * @param addresses those of the article, normalised
 * @param payloads SHA-256 of the bytes that showed what is withheld, 64 hexadecimal digits each
 * @param states fingerprints of the versions that are withheld, as compared
 * @param passages the pieces of the passage, one a line of it; empty where none was named
 * @param reason why
 * @param note words of the person who asked for it, which no reader is shown; may be empty
 * @param since from when on, UTC, to the second
 * @param erased when its bytes were ordered to be erased, UTC; null where they are kept
 */
public record Withheld(
    int id,
    Scope scope,
    String article,
    int version,
    Set<String> addresses,
    Set<String> payloads,
    Set<String> states,
    List<PassageDigest> passages,
    Reason reason,
    String note,
    Instant since,
    @Nullable Instant erased) {
  public Withheld {
    addresses = Set.copyOf(addresses);
    payloads = Set.copyOf(payloads);
    states = Set.copyOf(states);
    passages = List.copyOf(passages);
  }

  /** How much a takedown takes. */
  public enum Scope {
    /** All that was ever seen of an article. */
    ARTICLE,
    /** One text of it, whenever it showed that. */
    VERSION,
    /** Words, wherever they stand in it. */
    PASSAGE
  }

  /**
   * Whether its words stand in the bytes of a page, whatever shows them.
   *
   * @param bytes without their content coding
   * @param mediaType as declared; may be empty
   */
  public boolean isSaidBy(byte[] bytes, String mediaType) {
    return !passages.isEmpty() && isIn(PageText.of(bytes, mediaType));
  }

  boolean isIn(List<String> texts) {
    return passages.stream().anyMatch(p -> texts.stream().anyMatch(p::isIn));
  }

  /** The same under a number. */
  public Withheld numbered(int number) {
    return new Withheld(
        number, scope, article, version, addresses, payloads, states, passages, reason, note, since,
        erased);
  }

  /** A text with a tombstone in the place of each of its passages. */
  public String redacted(String text) {
    String now = text;
    for (PassageDigest passage : passages) {
      List<PassageDigest.Place> places = passage.find(now);
      for (int i = places.size() - 1; i >= 0; i--) {
        PassageDigest.Place at = places.get(i);
        now = now.substring(0, at.start()) + tombstone() + now.substring(at.end());
      }
    }
    return now;
  }

  /** The same, its bytes erased. */
  public Withheld erasedAt(Instant at, Set<String> bytes) {
    return new Withheld(
        id, scope, article, version, addresses, bytes, states, passages, reason, note, since, at);
  }

  /** Why and since when, in words for a reader. */
  public String words() {
    return Erasure.words(reason.id(), since);
  }

  /** What stands in the place of a passage. */
  public String tombstone() {
    return "[withheld: " + words() + "]";
  }

  /**
   * What the archive says where the bytes were, and the index of all that is withheld.
   *
   * @param outcome what the capture had shown; empty where it was a page that was read
   * @param canonical the address that the page gives for itself; may be empty
   */
  public Erasure erasure(String outcome, String canonical) {
    return new Erasure(id, reason.id(), since, outcome, canonical);
  }
}
