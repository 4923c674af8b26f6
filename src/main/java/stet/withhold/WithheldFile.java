package stet.withhold;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;
import stet.capture.EnumId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code withheld.json} in a collection's folder. It does not follow from captures, so it lies
 * apart from the index and outlives a rebuild. It is replaced as a whole or not at all.
 *
 * @param home the collection's folder
 */
public record WithheldFile(Path home) {
  /** The file's name. */
  public static final String NAME = "withheld.json";

  private static final int FORMAT = 1;

  /** Apart, since where nothing is withheld no command is to load the library. */
  private static final class Json {
    private static final JsonMapper MAPPER = JsonMapper.shared();
  }

  /** The file cannot be understood; the message is one line that says what to do. */
  public static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  private Path file() {
    return home.resolve(NAME);
  }

  /**
   * What is withheld; nothing where there is no file.
   *
   * @throws IOException when it cannot be read: nothing may then be shown
   */
  public Withholding read() throws IOException {
    byte[] bytes = bytes();
    if (bytes.length == 0) {
      return Withholding.NONE;
    }
    try {
      JsonNode root = Json.MAPPER.readTree(bytes);
      if (root.path("format").asInt(0) != FORMAT) {
        throw unreadable("it has another format");
      }
      List<Withheld> marks = new ArrayList<>();
      for (JsonNode node : root.path("withheld")) {
        marks.add(mark(node));
      }
      return new Withholding(marks);
    } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
      throw unreadable("it is damaged");
    }
  }

  private Unreadable unreadable(String why) {
    return new Unreadable(
        "cannot read '"
            + file()
            + "': "
            + why
            + "; put a copy of it back, for nothing is shown"
            + " that it may withhold");
  }

  /**
   * Names what is withheld: equal for equal files; empty where there is none.
   *
   * @throws IOException when the file cannot be read
   */
  public String fingerprint() throws IOException {
    byte[] bytes = bytes();
    return bytes.length == 0 ? "" : Digest.of(bytes).brief();
  }

  private byte[] bytes() throws IOException {
    try {
      return Files.readAllBytes(file());
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }

  /**
   * Replaces the file; when this returns it is on the disk.
   *
   * @throws IOException when it cannot be written; the old one is there then
   */
  public void write(Withholding all) throws IOException {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.put("format", FORMAT);
    ArrayNode marks = root.putArray("withheld");
    all.marks().forEach(m -> write(m, marks.addObject()));
    byte[] bytes = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    Path part = home.resolve(NAME + ".part");
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        out.write(left);
      }
      out.force(true);
    }
    Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(Withheld m, ObjectNode out) {
    out.put("id", m.id()).put("scope", EnumId.of(m.scope())).put("article", m.article());
    out.put("version", m.version()).put("reason", m.reason().id()).put("note", m.note());
    out.put("since", m.since().toString());
    out.put("erased", m.erased() == null ? "" : m.erased().toString());
    texts(m.addresses(), out.putArray("addresses"));
    texts(m.payloads(), out.putArray("payloads"));
    texts(m.states(), out.putArray("states"));
    ArrayNode passages = out.putArray("passages");
    for (PassageDigest p : m.passages()) {
      ObjectNode one = passages.addObject().put("letters", p.letters());
      one.put("hash", Long.toHexString(p.hash())).put("salt", p.salt()).put("sha256", p.sha256());
    }
  }

  private static void texts(Collection<String> texts, ArrayNode out) {
    new TreeSet<>(texts).forEach(out::add);
  }

  private static Withheld mark(JsonNode in) {
    List<PassageDigest> passages = new ArrayList<>();
    for (JsonNode p : in.path("passages")) {
      passages.add(
          new PassageDigest(
              p.path("letters").asInt(0),
              Long.parseUnsignedLong(text(p, "hash"), 16),
              text(p, "salt"),
              text(p, "sha256")));
    }
    return new Withheld(
        in.path("id").asInt(0),
        EnumId.read(Withheld.Scope.class, text(in, "scope")),
        text(in, "article"),
        in.path("version").asInt(0),
        texts(in.path("addresses")),
        texts(in.path("payloads")),
        texts(in.path("states")),
        passages,
        EnumId.read(Reason.class, text(in, "reason")),
        text(in, "note"),
        Instant.parse(text(in, "since")),
        instant(text(in, "erased")));
  }

  private static @Nullable Instant instant(String text) {
    return text.isEmpty() ? null : Instant.parse(text);
  }

  private static String text(JsonNode in, String name) {
    return in.path(name).asString("");
  }

  private static Set<String> texts(JsonNode in) {
    Set<String> texts = new TreeSet<>();
    in.forEach(t -> texts.add(t.asString("")));
    return texts;
  }
}
