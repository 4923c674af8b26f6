package stet.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Undoes content codings (RFC 9110 section 8.4): gzip (RFC 1952), deflate (RFC 1950, and the raw
 * RFC 1951 form that some servers send), br (RFC 7932) and zstd (RFC 8878), also several of them
 * upon each other. Servers lie about what they applied, and connections end early, so that decoding
 * never fails: it gives what it could make of the bytes and says how far that went. Of a broken br
 * stream that is nothing, and of a broken zstd stream what is past its window. Time and memory are
 * bounded by the cap and by the coded size.
 */
public final class ContentCodings {
  /** What a client that decodes with this class may offer in {@code Accept-Encoding}. */
  public static final String ACCEPTED = "gzip, deflate, br, zstd";

  /** From so many bytes on, decoded bytes are in memory one at a time. */
  static final int LARGE = 1 << 20;

  /** Held by whoever has large decoded bytes: a bomb costs its place once, not once a thread. */
  private static final ReentrantLock ONE_LARGE = new ReentrantLock(true);

  // RFC 9110 sets no bound. Each further layer costs another pass over up to the cap.
  private static final int MOST_LAYERS = 4;

  private ContentCodings() {}

  /** How far decoding came. */
  public enum Outcome {
    /** The bytes were in the stated codings, or none was stated. */
    WHOLE,
    /** A coding was stated and not applied: these bytes are as they came. */
    NOT_CODED,
    /** The bytes were in another coding than stated, and were decoded from that. */
    OTHER_CODING,
    /** A stated coding is not known here, and its layer was passed over. */
    UNKNOWN_CODING,
    /** The coded bytes end early: these are those before the end. */
    CUT_OFF,
    /** The coded bytes are damaged: these are those before the damage. */
    DAMAGED,
    /** There is more than the cap allows: these are the bytes up to the cap. */
    TOO_LARGE;

    /** True where the bytes are all that the server meant to send. */
    public boolean isComplete() {
      return compareTo(CUT_OFF) < 0;
    }
  }

  /**
   * Decoded bytes.
   *
   * @param bytes what decoding gave, at most as many as the cap
   * @param outcome how far it came; with several codings the worst of them
   */
  public record Decoded(byte[] bytes, Outcome outcome) {}

  /** What is done with decoded bytes. */
  public interface Use<T> {
    /**
     * @throws IOException when the bytes cannot be reached
     */
    T of(Decoded decoded) throws IOException;
  }

  /**
   * Decodes a payload and uses the bytes, large ones while no other thread does the same with large
   * ones, so that memory is bounded however many threads and payloads there are.
   *
   * @param contentEncoding see below
   * @param maxBytes see below
   * @throws IOException when the payload cannot be read
   */
  public static <T> T use(Payload payload, String contentEncoding, int maxBytes, Use<T> use)
      throws IOException {
    if (maxBytes > LARGE && payload.size() <= LARGE) {
      Decoded small = decode(payload, contentEncoding, LARGE);
      if (small.outcome() != Outcome.TOO_LARGE) {
        return use.of(small);
      }
    }
    ONE_LARGE.lock();
    try {
      return use.of(decode(payload, contentEncoding, maxBytes));
    } finally {
      ONE_LARGE.unlock();
    }
  }

  /**
   * Whether a payload decodes to more bytes than so many; those bytes are counted and not kept. Of
   * a damaged one the last 16 KiB before the damage may not count.
   *
   * @throws IOException when the payload cannot be read
   */
  public static boolean isLarger(Payload payload, String contentEncoding, int maxBytes)
      throws IOException {
    List<String> layers = layers(contentEncoding);
    if (payload.size() > maxBytes || layers.isEmpty() || layers.size() > MOST_LAYERS) {
      return payload.size() > maxBytes;
    }
    if (layers.size() == 1) {
      return CodedBytes.isLarger(payload.bytes(), layers.get(0), maxBytes);
    }
    ONE_LARGE.lock();
    try {
      byte[] now = payload.bytes();
      for (String layer : layers.subList(0, layers.size() - 1)) {
        Decoded next = CodedBytes.decode(now, layer, maxBytes);
        if (next.outcome() == Outcome.TOO_LARGE) {
          return true;
        }
        now = next.bytes();
      }
      return CodedBytes.isLarger(now, layers.get(layers.size() - 1), maxBytes);
    } finally {
      ONE_LARGE.unlock();
    }
  }

  /**
   * Decodes a payload.
   *
   * @param contentEncoding the value of the header field, codings in the order applied; empty when
   *     none
   * @param maxBytes the most bytes to read of the payload, and the most to give
   * @throws IOException when the payload cannot be read; never because of what it holds
   */
  public static Decoded decode(Payload payload, String contentEncoding, int maxBytes)
      throws IOException {
    try (InputStream in = payload.open()) {
      byte[] coded = in.readNBytes(maxBytes);
      boolean more = coded.length == maxBytes && in.read() >= 0;
      Decoded decoded = decode(coded, contentEncoding, maxBytes);
      return more ? new Decoded(decoded.bytes(), Outcome.TOO_LARGE) : decoded;
    }
  }

  /**
   * Decodes bytes; the array is not changed, and may be the one returned.
   *
   * @param contentEncoding see above
   * @param maxBytes the most bytes to give
   */
  public static Decoded decode(byte[] coded, String contentEncoding, int maxBytes) {
    List<String> layers = layers(contentEncoding);
    Decoded now = new Decoded(coded, Outcome.WHOLE);
    if (layers.size() > MOST_LAYERS) {
      return capped(new Decoded(coded, Outcome.UNKNOWN_CODING), maxBytes);
    }
    for (String layer : layers) {
      Decoded next = CodedBytes.decode(now.bytes(), layer, maxBytes);
      now = new Decoded(next.bytes(), worst(now.outcome(), next.outcome()));
    }
    return capped(now, maxBytes);
  }

  /** The codings to undo, the last one applied first. */
  private static List<String> layers(String contentEncoding) {
    List<String> layers = new ArrayList<>();
    for (String part : contentEncoding.split(",")) {
      String name = part.strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !name.equals("identity")) {
        layers.add(name);
      }
    }
    Collections.reverse(layers);
    return layers;
  }

  private static Decoded capped(Decoded decoded, int maxBytes) {
    return decoded.bytes().length <= maxBytes
        ? decoded
        : new Decoded(Arrays.copyOf(decoded.bytes(), maxBytes), Outcome.TOO_LARGE);
  }

  private static Outcome worst(Outcome a, Outcome b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
