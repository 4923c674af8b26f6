package stet.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The bytes at the beginning of a text by which it names its charset. */
public enum ByteOrderMark {
  UTF_8(StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
  UTF_16BE(StandardCharsets.UTF_16BE, 0xfe, 0xff),
  UTF_16LE(StandardCharsets.UTF_16LE, 0xff, 0xfe),
  UTF_32BE(Charset.forName("UTF-32BE"), 0x00, 0x00, 0xfe, 0xff),
  UTF_32LE(Charset.forName("UTF-32LE"), 0xff, 0xfe, 0x00, 0x00);

  // The mark of UTF-32LE begins with that of UTF-16LE.
  private static final List<ByteOrderMark> XML =
      List.of(UTF_32BE, UTF_32LE, UTF_16BE, UTF_16LE, UTF_8);
  private static final List<ByteOrderMark> HTML = List.of(UTF_8, UTF_16BE, UTF_16LE);

  private final Charset charset;
  private final int[] bytes;

  ByteOrderMark(Charset charset, int... bytes) {
    this.charset = charset;
    this.bytes = bytes;
  }

  /** What browsers see in a page (WHATWG Encoding Standard section 6): they know no UTF-32. */
  public static Optional<ByteOrderMark> ofHtml(byte[] text) {
    return HTML.stream().filter(mark -> mark.begins(text)).findFirst();
  }

  /** What a parser sees in a document (XML 1.0 appendix F). */
  public static Optional<ByteOrderMark> ofXml(byte[] text) {
    return XML.stream().filter(mark -> mark.begins(text)).findFirst();
  }

  private boolean begins(byte[] text) {
    boolean same = text.length >= bytes.length;
    for (int i = 0; same && i < bytes.length; i++) {
      same = (text[i] & 0xff) == bytes[i];
    }
    return same;
  }

  /** The charset that the mark names. */
  public Charset charset() {
    return charset;
  }

  /** How many bytes the mark takes, which are no part of the text. */
  public int length() {
    return bytes.length;
  }
}
