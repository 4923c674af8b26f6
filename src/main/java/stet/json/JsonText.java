package stet.json;

import java.nio.charset.StandardCharsets;
import stet.text.SafeText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of JSON, ready to be handed out. However it is, no character in it misleads a reader or
 * is obeyed by a terminal: such characters are escaped, which in JSON is the same text.
 */
public final class JsonText {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final ObjectNode object;

  JsonText(ObjectNode object) {
    this.object = object;
  }

  ObjectNode object() {
    return object;
  }

  /** On one line. */
  public String line() {
    return SafeText.escaped(MAPPER.writeValueAsString(object));
  }

  /** Indented, for people who look at it. */
  public String pretty() {
    return SafeText.escaped(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(object));
  }

  /** On one line, as the content of a file. */
  public byte[] bytes() {
    return line().getBytes(StandardCharsets.UTF_8);
  }
}
