package stet.watch.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;

/**
 * Reads a push as it comes, and tells whether who sent it knows the secret (WebSub, section 7). No
 * byte of it is kept.
 */
public final class PushSeal {
  /** The algorithms that WebSub names; SHA-1 is sound in an HMAC, and many hubs know no other. */
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private final MessageDigest digest = Digest.algorithm();
  private final @Nullable Mac mac;
  private final byte[] stated;
  private final boolean signed;

  /**
   * @param secret that the hub was told; empty for none, and then nothing can be forged
   * @param signature the field {@code X-Hub-Signature}, empty where there is none
   */
  public PushSeal(String secret, String signature) {
    String[] parts = signature.strip().split("=", 2);
    String algorithm = ALGORITHMS.get(parts[0].strip().toLowerCase(Locale.ROOT));
    this.signed = !secret.isEmpty();
    this.mac = signed && algorithm != null && parts.length == 2 ? mac(algorithm, secret) : null;
    this.stated = mac == null ? new byte[0] : bytes(parts[1].strip());
  }

  private static Mac mac(String algorithm, String secret) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** Takes the next bytes of the content. */
  public void update(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
    if (mac != null) {
      mac.update(bytes, 0, length);
    }
  }

  /** Whether the signature is of what came; always where there is no secret. To be asked once. */
  public boolean holds() {
    return !signed || mac != null && MessageDigest.isEqual(mac.doFinal(), stated);
  }

  /** The digest of what came. To be asked once. */
  public Digest digest() {
    return new Digest(HexFormat.of().formatHex(digest.digest()));
  }
}
