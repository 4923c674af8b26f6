package stet.serve.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import stet.capture.Digest;

/** Random names, keyed digests, hashed passwords, and comparing that tells nothing by its time. */
final class Secrets {
  /** OWASP's figure of 2023 for PBKDF2 with HMAC-SHA-256. */
  private static final int ROUNDS = 600_000;

  private static final String KIND = "pbkdf2-sha256";
  private static final int MOST_ROUNDS = 10_000_000;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SecureRandom random = new SecureRandom();

  /** 256 random bits as text that may stand in a cookie. */
  String name() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }

  /** Whether two texts are equal; the time it takes does not depend on where they differ. */
  static boolean equal(String a, String b) {
    return MessageDigest.isEqual(
        Digest.of(a.getBytes(StandardCharsets.UTF_8)).hex().getBytes(StandardCharsets.US_ASCII),
        Digest.of(b.getBytes(StandardCharsets.UTF_8)).hex().getBytes(StandardCharsets.US_ASCII));
  }

  /** A text that nobody can make who does not know the key. */
  static String keyed(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return BASE64.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A password as it may be kept: {@code pbkdf2-sha256$rounds$salt$hash}. */
  String hashed(String password) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    return String.join(
        "$",
        KIND,
        String.valueOf(ROUNDS),
        BASE64.encodeToString(salt),
        BASE64.encodeToString(hash(password, salt, ROUNDS)));
  }

  /** Whether a kept secret is a hashed password. */
  static boolean isHashed(String kept) {
    return kept.startsWith(KIND + "$");
  }

  /**
   * Whether that is the password.
   *
   * @throws IllegalArgumentException when what is kept is no hash
   */
  static boolean matches(String password, String kept) {
    String[] parts = kept.split("\\$");
    int rounds = parts.length == 4 ? Integer.parseInt(parts[1]) : 0;
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new IllegalArgumentException("not a hashed password");
    }
    byte[] salt = Base64.getUrlDecoder().decode(parts[2]);
    byte[] hash = Base64.getUrlDecoder().decode(parts[3]);
    return MessageDigest.isEqual(hash(password, salt, rounds), hash);
  }

  private static byte[] hash(String password, byte[] salt, int rounds) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, 256);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
