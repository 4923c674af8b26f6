package stet.notify.channel.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words of a server without the secrets that it was sent and says again. */
final class Masked {
  private static final String STARS = "***";

  private Masked() {}

  /**
   * The words with stars in place of each secret as it is, percent-encoded, and in base64 of either
   * alphabet (RFC 4648), wherever in the encoded bytes it lies.
   */
  static String of(String said, List<String> secrets) {
    String plain = said;
    for (String secret : secrets) {
      for (String form : forms(secret)) {
        plain = plain.replace(form, STARS);
      }
    }
    return plain;
  }

  private static Set<String> forms(String secret) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(secret);
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (int before = 0; before < 3; before++) {
      forms.add(core(bytes, before, Base64.getEncoder()));
      forms.add(core(bytes, before, Base64.getUrlEncoder()));
    }
    return forms;
  }

  /**
   * Those digits that the bytes alone decide, where so many others come before them: each digit
   * stands for six bits.
   */
  private static String core(byte[] bytes, int before, Base64.Encoder encoder) {
    byte[] all = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, all, before, bytes.length);
    int from = (8 * before + 5) / 6;
    int to = 8 * all.length / 6;
    return encoder.encodeToString(all).substring(from, to);
  }
}
