package stet.ingest.warc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import stet.capture.HttpHead;

/**
 * The HTTP/1 response in a record's block (RFC 9112).
 *
 * @param head the head as received
 * @param transferred the body as the block has it
 * @param body the same without the chunked transfer coding; the same array where there is none.
 *     Many crawlers take the chunks out and leave the field that announces them
 * @param cutOff whether the body ends before the length or the last chunk that it announces
 */
public record HttpMessage(HttpHead head, byte[] transferred, byte[] body, boolean cutOff) {

  /** Reads a block; empty where it holds no HTTP response. */
  public static Optional<HttpMessage> parse(byte[] block) {
    if (!new String(block, 0, Math.min(5, block.length), StandardCharsets.ISO_8859_1)
        .toUpperCase(Locale.ROOT)
        .equals("HTTP/")) {
      return Optional.empty();
    }
    int end = headEnd(block);
    HttpHead head = HttpHead.of(Arrays.copyOf(block, end));
    byte[] transferred = Arrays.copyOfRange(block, end, block.length);
    boolean chunked =
        String.join(",", head.all("Transfer-Encoding"))
            .toLowerCase(Locale.ROOT)
            .contains("chunked");
    return Optional.of(chunked ? unchunk(head, transferred) : whole(head, transferred));
  }

  private static int headEnd(byte[] block) {
    for (int i = 0; i < block.length; i++) {
      if (block[i] == '\n') {
        if (i + 1 < block.length && block[i + 1] == '\n') {
          return i + 2;
        } else if (i + 2 < block.length && block[i + 1] == '\r' && block[i + 2] == '\n') {
          return i + 3;
        }
      }
    }
    return block.length;
  }

  private static HttpMessage whole(HttpHead head, byte[] body) {
    // A crawler that unpacks the body leaves the packed length, which is the smaller one.
    long stated =
        head.first("Content-Length")
            .filter(v -> v.matches("\\d{1,15}"))
            .map(Long::parseLong)
            .orElse(0L);
    return new HttpMessage(head, body, body, body.length < stated && !isBodiless(head));
  }

  private static boolean isBodiless(HttpHead head) {
    return head.status() == 304 || head.status() == 204;
  }

  private static HttpMessage unchunk(HttpHead head, byte[] transferred) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(transferred.length);
    int at = 0;
    while (at < transferred.length) {
      int lineEnd = lineEnd(transferred, at);
      int size = chunkSize(transferred, at, lineEnd);
      if (size == 0) {
        return new HttpMessage(head, transferred, out.toByteArray(), false);
      } else if (size < 0) {
        break;
      }
      int from = Math.min(lineEnd + 1, transferred.length);
      int there = Math.min(size, transferred.length - from);
      out.write(transferred, from, there);
      if (there < size) {
        return new HttpMessage(head, transferred, out.toByteArray(), true);
      }
      at = afterLineEnd(transferred, from + size);
    }
    return out.size() == 0
        ? whole(head, transferred)
        : new HttpMessage(head, transferred, out.toByteArray(), true);
  }

  private static int lineEnd(byte[] bytes, int from) {
    for (int i = from; i < bytes.length && i < from + 1024; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** The size that a chunk's line states, its extensions left aside; -1 where it states none. */
  private static int chunkSize(byte[] bytes, int from, int lineEnd) {
    if (lineEnd < 0) {
      return -1;
    }
    String line = new String(bytes, from, lineEnd - from, StandardCharsets.ISO_8859_1);
    String digits = line.split(";", 2)[0].strip();
    return digits.matches("[0-9A-Fa-f]{1,7}") ? Integer.parseInt(digits, 16) : -1;
  }

  private static int afterLineEnd(byte[] bytes, int at) {
    int i = at;
    if (i < bytes.length && bytes[i] == '\r') {
      i++;
    }
    return i < bytes.length && bytes[i] == '\n' ? i + 1 : i;
  }
}
