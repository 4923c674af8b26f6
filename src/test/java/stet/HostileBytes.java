package stet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;

/** Pages whose bytes are not what they are said to be. */
final class HostileBytes {
  private static final String HTML = "text/html";

  private HostileBytes() {}

  static void add(List<HostilePage> pages) {
    String umlauts = HostilePages.article("Größe, café, naïve “quoted” €");
    pages.add(new HostilePage("nul-bytes", HTML, HostileBytes::nulBytes));
    pages.add(page("charset-claims-utf-8", umlauts, Charset.forName("windows-1252")));
    pages.add(
        page(
            "charset-claims-latin-1",
            umlauts.replace("charset=\"utf-8\"", "charset=\"iso-8859-1\""),
            UTF_8));
    pages.add(page("charset-claims-utf-16", umlauts.replace("\"utf-8\"", "\"utf-16\""), UTF_8));
    pages.add(page("charset-utf-7", utf7(umlauts), ISO_8859_1));
    pages.add(page("charset-unknown", umlauts.replace("\"utf-8\"", "\"x-no-such\""), UTF_8));
    pages.add(page("charset-illegal-name", umlauts.replace("\"utf-8\"", "\"\u0001 ;%\""), UTF_8));
    pages.add(page("utf-16be-without-mark", umlauts, UTF_16BE));
    pages.add(page("utf-16le-with-mark", "\ufeff" + umlauts, UTF_16LE));
    pages.add(page("utf-8-with-three-marks", "\ufeff\ufeff\ufeff" + umlauts, UTF_8));
    pages.add(
        new HostilePage("broken-utf-8", "text/html; charset=utf-8", HostileBytes::brokenUtf8));
    pages.add(new HostilePage("empty", HTML, () -> new byte[0]));
    pages.add(new HostilePage("one-space", HTML, () -> new byte[] {' '}));
    pages.add(new HostilePage("only-a-mark", HTML, () -> "\ufeff".getBytes(UTF_8)));
    pages.add(new HostilePage("noise", HTML, HostileBytes::noise));
    pages.add(
        page(
            "png-head", "\u0089PNG\r\n\u001a\n<script>window.stetExecuted=1</script>", ISO_8859_1));
    pages.add(page("gzip-head", "\u001f\u008b\u0008\0\0\0\0\0\0\u00ffnot really", ISO_8859_1));
    pages.add(
        page("media-type-of-another-world", umlauts, UTF_8, "text/html; charset=\"; x=\r\ny"));
  }

  private static HostilePage page(String name, String text, Charset charset) {
    return page(name, text, charset, HTML);
  }

  private static HostilePage page(String name, String text, Charset charset, String type) {
    return new HostilePage(name, type, () -> text.getBytes(charset));
  }

  private static byte[] nulBytes() {
    return HostilePages.article(
            "a\0b <p\0 class='x\0'>\0\0</p\0><scr\0ipt>window.stetExecuted=1</scr\0ipt>")
        .getBytes(UTF_8);
  }

  private static String utf7(String page) {
    return page.replace("\"utf-8\"", "\"utf-7\"").replaceAll("[^\\x00-\\x7f]", "?")
        + "+ADw-script+AD4-window.stetExecuted=1+ADw-/script+AD4-";
  }

  /** Overlong forms, stray and missing continuations, encoded surrogates, five-byte forms. */
  private static byte[] brokenUtf8() {
    int[][] broken = {
      {0xc0, 0xbc},
      {0xe0, 0x80, 0xbc},
      {0x80},
      {0xbf, 0xbf},
      {0xc3},
      {0xe2, 0x82},
      {0xed, 0xa0, 0x80},
      {0xed, 0xb0, 0x80},
      {0xf4, 0x90, 0x80, 0x80},
      {0xf8, 0x88, 0x80, 0x80, 0x80},
      {0xfe},
      {0xff},
      {0xf0, 0x9f, 0x97}
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] parts = HostilePages.article("before \u0001 after").split("\u0001", -1);
    for (int i = 0; i < parts.length; i++) {
      out.writeBytes(parts[i].getBytes(UTF_8));
      for (int b : broken[i % broken.length]) {
        out.write(b);
      }
    }
    return out.toByteArray();
  }

  private static byte[] noise() {
    byte[] bytes = new byte[100_000];
    new Random(5).nextBytes(bytes);
    return bytes;
  }
}
