package stet.ingest.warc;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** A digest as a record states it: {@code sha1:} and base32 or hexadecimal digits, or another. */
public final class StatedDigest {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private StatedDigest() {}

  /** Whether {@code bytes} have the digest; empty where it states none that can be checked. */
  public static Optional<Boolean> matches(String stated, byte[] bytes) {
    int colon = stated.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm(stated.substring(0, colon)));
      Optional<byte[]> value = decode(stated.substring(colon + 1), digest.getDigestLength());
      return value.map(v -> Arrays.equals(v, digest.digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      return Optional.empty();
    }
  }

  private static String algorithm(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "sha1", "sha-1" -> "SHA-1";
      case "sha256", "sha-256" -> "SHA-256";
      case "sha512", "sha-512" -> "SHA-512";
      case "md5" -> "MD5";
      default -> "none";
    };
  }

  private static Optional<byte[]> decode(String text, int length) {
    String digits = text.strip();
    if (digits.length() == 2 * length && digits.matches("[0-9A-Fa-f]+")) {
      return Optional.of(HexFormat.of().parseHex(digits.toLowerCase(Locale.ROOT)));
    }
    return base32(digits.toUpperCase(Locale.ROOT).replace("=", ""), length);
  }

  private static Optional<byte[]> base32(String digits, int length) {
    if (digits.length() != (8 * length + 4) / 5) {
      return Optional.empty();
    }
    BigInteger bits = BigInteger.ZERO;
    for (char c : digits.toCharArray()) {
      int value = BASE32.indexOf(c);
      if (value < 0) {
        return Optional.empty();
      }
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(value));
    }
    byte[] number = bits.shiftRight(5 * digits.length() - 8 * length).toByteArray();
    byte[] bytes = new byte[length];
    int size = Math.min(length, number.length);
    System.arraycopy(number, number.length - size, bytes, length - size, size);
    return Optional.of(bytes);
  }
}
