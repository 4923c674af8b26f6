package stet.withhold;

import java.util.ArrayList;
import java.util.List;
import stet.capture.Digest;

/**
 * A passage that can be found wherever it stands and cannot be read: its words are not kept, only
 * how many letters it has and what these hash to. Spaces, punctuation, capitals and accents are of
 * no account. Whoever guesses the words can tell that they are these, as with any digest.
 *
 * @param letters how many letters and digits it has
 * @param hash a rolling hash of them, which only says where to look closer
 * @param salt goes before them in {@code sha256}
 * @param sha256 SHA-256 of salt and letters, 64 hexadecimal digits
 */
public record PassageDigest(int letters, long hash, String salt, String sha256) {
  private static final long BASE = 1_000_003L;

  /** A stretch of a text, in UTF-16 units; the end is the first that is no part of it. */
  public record Place(int start, int end) {}

  /** The passage that has the letters of {@code words}; there must be some. */
  public static PassageDigest of(String words, String salt) {
    Letters all = Letters.of(words);
    if (all.size() == 0) {
      throw new IllegalArgumentException("a passage without letters");
    }
    return new PassageDigest(
        all.size(), hash(all, all.size()), salt, Digest.of(salt + all.text(0, all.size())).hex());
  }

  private static long hash(Letters all, int count) {
    long hash = 0;
    for (int i = 0; i < count; i++) {
      hash = hash * BASE + all.letter(i);
    }
    return hash;
  }

  /** Whether it stands in a text. */
  public boolean isIn(String text) {
    return !find(text).isEmpty();
  }

  /** Where it stands in a text, as whole words, in order. */
  public List<Place> find(String text) {
    return find(Letters.of(text));
  }

  private List<Place> find(Letters all) {
    List<Place> found = new ArrayList<>();
    if (all.size() < letters) {
      return found;
    }
    long first = 1;
    for (int i = 1; i < letters; i++) {
      first *= BASE;
    }
    long rolling = hash(all, letters);
    int free = 0;
    for (int from = 0; ; from++) {
      if (rolling == hash && from >= free && isHere(all, from)) {
        found.add(new Place(all.start(from), all.end(from + letters - 1)));
        free = from + letters;
      }
      if (from + letters == all.size()) {
        return found;
      }
      rolling = (rolling - first * all.letter(from)) * BASE + all.letter(from + letters);
    }
  }

  private boolean isHere(Letters all, int from) {
    return all.parts(from)
        && all.parts(from + letters)
        && Digest.of(salt + all.text(from, from + letters)).hex().equals(sha256);
  }
}
