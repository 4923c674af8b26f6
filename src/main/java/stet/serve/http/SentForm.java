package stet.serve.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * A form with a file ({@code multipart/form-data}, RFC 7578). The file's bytes are handed on as
 * they come; nothing else of it touches the disk.
 */
public final class SentForm {
  private static final int MOST_PARTS = 20;
  private static final int HEADERS = 8 << 10;
  private static final int VALUE = 8 << 10;
  private static final int PIECE = 1 << 14;

  private final Map<String, String> fields = new LinkedHashMap<>();
  private String fileName = "";
  private String fileType = "";

  private SentForm() {}

  /** Whether that is the media type of such a form. */
  public static boolean is(String contentType) {
    return contentType.strip().toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data");
  }

  /**
   * Reads a form to its end.
   *
   * @param in bounded by the caller
   * @param file takes the bytes of the field {@code file}
   * @throws HttpProblem 400 when it makes no sense, 413 when a field is too long, 415 when it is
   *     none
   * @throws IOException when {@code file} throws it
   */
  public static SentForm read(InputStream in, String contentType, OutputStream file)
      throws IOException {
    String boundary = is(contentType) ? MultiPart.extractBoundary(contentType) : null;
    if (boundary == null || boundary.isEmpty()) {
      throw new HttpProblem(415, "What is sent here is multipart/form-data.");
    }
    SentForm form = new SentForm();
    Reading reading = form.new Reading(file);
    MultiPart.Parser parser = new MultiPart.Parser(boundary, reading);
    parser.setMaxParts(MOST_PARTS);
    parser.setPartHeadersMaxLength(HEADERS);
    while (!reading.done) {
      byte[] piece = new byte[PIECE];
      int n = in.read(piece);
      parser.parse(
          n < 0 ? Content.Chunk.EOF : Content.Chunk.from(ByteBuffer.wrap(piece, 0, n), false));
      reading.check();
      if (n < 0 && !reading.done) {
        throw reading.senseless();
      }
    }
    return form;
  }

  /** The value of a field; empty where it is not there. */
  public String field(String name) {
    return fields.getOrDefault(name, "").strip();
  }

  /** The name of the file as it was sent: good for nothing but its ending. */
  public String fileName() {
    return fileName;
  }

  /** The media type of the file as it was sent; empty where none was. */
  public String fileType() {
    return fileType;
  }

  /** Jetty's parser catches what is thrown in here, so that it is kept and thrown behind it. */
  private final class Reading extends MultiPart.AbstractPartsListener {
    private final OutputStream file;
    private final ByteArrayOutputStream value = new ByteArrayOutputStream();
    private boolean done;
    private boolean hasFile;
    private @Nullable IOException failed;
    private @Nullable HttpProblem problem;

    Reading(OutputStream file) {
      this.file = file;
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
      byte[] bytes = new byte[chunk.remaining()];
      chunk.getByteBuffer().get(bytes);
      if (problem != null || failed != null) {
        return;
      }
      try {
        if ("file".equals(getName())) {
          file.write(bytes);
        } else if (value.size() + bytes.length > VALUE) {
          problem = new HttpProblem(413, "A field of the form is longer than " + VALUE + " bytes.");
        } else {
          value.write(bytes);
        }
      } catch (IOException e) {
        failed = e;
      }
    }

    @Override
    public void onPart(String name, @Nullable String sentName, HttpFields headers) {
      if ("file".equals(name)) {
        problem = hasFile ? senseless() : problem;
        hasFile = true;
        fileName = sentName == null ? "" : sentName;
        String type = headers.get(HttpHeader.CONTENT_TYPE);
        fileType = type == null ? "" : type;
      } else if (name != null) {
        fields.putIfAbsent(name, value.toString(StandardCharsets.UTF_8));
      }
      value.reset();
    }

    @Override
    public void onComplete() {
      done = true;
    }

    @Override
    public void onFailure(Throwable failure) {
      if (problem == null) {
        problem = senseless();
      }
    }

    HttpProblem senseless() {
      return new HttpProblem(400, "The form makes no sense here.");
    }

    void check() throws IOException {
      if (failed != null) {
        throw failed;
      } else if (problem != null) {
        throw problem;
      }
    }
  }
}
