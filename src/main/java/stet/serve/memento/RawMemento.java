package stet.serve.memento;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import stet.capture.Capture;
import stet.capture.ContentCodings;
import stet.capture.Payload;
import stet.serve.http.Answer;
import stet.text.MediaTypes;

/**
 * A capture's bytes as they were archived, in the content coding in which they came. They may be a
 * hostile page, under an address of this server, so that their type decides what a browser gets:
 *
 * <ul>
 *   <li>pictures and plain text, which can do nothing: their type
 *   <li>HTML: its type, as a download
 *   <li>everything else, scripts and style sheets above all, which pages of this server might be
 *       made to load: bytes without a type, as a download
 * </ul>
 */
final class RawMemento {
  private static final Set<String> SHOWN =
      Set.of("text/plain", "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif");

  private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
  private static final String BYTES = "application/octet-stream";

  /** A type with no other parameter than its charset. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\w.+-]+/[\\w.+-]+(?:\\s*;\\s*charset=\"?[\\w.:+-]+\"?)?");

  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
  private static final List<String> CODINGS = List.of("gzip", "x-gzip", "deflate", "br", "zstd");

  /** Of larger ones it is not tried whether they are in the coding that they state. */
  private static final int TRIED = 16 << 20;

  private RawMemento() {}

  /**
   * @param encoding the content codings in which the bytes came; empty when none
   * @throws IOException when the bytes cannot be read
   */
  static Answer of(Capture capture, String encoding) throws IOException {
    Payload payload = capture.payload();
    String essence = MediaTypes.essence(capture.mediaType());
    boolean shown = SHOWN.contains(essence);
    Answer answer =
        new Answer(200, type(capture, essence), Map.of(), payload.size(), out -> copy(payload, out))
            .with("ETag", '"' + payload.digest().hex() + '"')
            .with("Cache-Control", "private, no-cache, no-transform");
    if (!capture.mediaType().isEmpty()) {
      String told = UNPRINTABLE.matcher(capture.mediaType()).replaceAll("?");
      answer = answer.with("X-Archive-Orig-Content-Type", told);
    }
    if (!shown) {
      answer = answer.with("Content-Disposition", "attachment");
    }
    return Inert.of(coded(answer, capture, encoding), "");
  }

  private static void copy(Payload payload, OutputStream out) throws IOException {
    try (InputStream in = payload.open()) {
      in.transferTo(out);
    }
  }

  private static String type(Capture capture, String essence) {
    if (!SHOWN.contains(essence) && !PAGES.contains(essence)) {
      return BYTES;
    }
    String whole = capture.mediaType().strip();
    return PLAIN.matcher(whole).matches() ? whole : essence;
  }

  /** The coding is stated where the bytes are in it; a browser could not read them otherwise. */
  private static Answer coded(Answer answer, Capture capture, String encoding) throws IOException {
    String stated = encoding.strip().toLowerCase(Locale.ROOT);
    if (!CODINGS.contains(stated) || capture.payload().size() > TRIED) {
      return answer;
    }
    boolean applied =
        ContentCodings.use(
            capture.payload(),
            stated,
            TRIED,
            d -> d.outcome() == ContentCodings.Outcome.WHOLE && d.bytes().length > 0);
    return applied ? answer.with("Content-Encoding", stated) : answer;
  }
}
