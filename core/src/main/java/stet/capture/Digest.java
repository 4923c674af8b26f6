package stet.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest (FIPS 180-4) of a sequence of bytes.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) implements Comparable<Digest> {
  private static final String PREFIX = "sha256:";

  public Digest {
    if (hex.length() != 64 || !hex.chars().allMatch(Digest::isLowerHex)) {
      throw new IllegalArgumentException("not a sha-256 digest: '" + hex + "'");
    }
  }

  private static boolean isLowerHex(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
  }

  /** The digest of {@code bytes}. */
  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(algorithm().digest(bytes)));
  }

  /** The digest of {@code text} in UTF-8. */
  public static Digest of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The digest of all that {@code in} still holds; the stream is read to its end and left open.
   *
   * @throws IOException when the stream cannot be read
   */
  public static Digest of(InputStream in) throws IOException {
    MessageDigest sha = algorithm();
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      sha.update(buffer, 0, n);
    }
    return new Digest(HexFormat.of().formatHex(sha.digest()));
  }

  /** Reads the form that {@link #labelled()} writes. */
  public static Digest parse(String labelled) {
    if (!labelled.startsWith(PREFIX)) {
      throw new IllegalArgumentException("not a sha256 digest: '" + labelled + "'");
    }
    return new Digest(labelled.substring(PREFIX.length()));
  }

  /** The form used in WARC headers: {@code sha256:<hex>}. */
  public String labelled() {
    return PREFIX + hex;
  }

  /** The first twelve digits: enough for a person to compare, never used as a key. */
  public String brief() {
    return hex.substring(0, 12);
  }

  @Override
  public int compareTo(Digest other) {
    return hex.compareTo(other.hex);
  }

  /** A fresh SHA-256, which every Java platform must provide. */
  public static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
