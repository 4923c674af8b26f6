package stet.diff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares many pairs of plain texts, for benchmarks. A line of input is a JSON object with {@code
 * id}, {@code old} and {@code new}; other members are ignored. A line of output is {@code {"id":
 * ID, "ops": [[OP, TEXT], …]}} with the operations {@code =} kept, {@code -} deleted, {@code +}
 * inserted, {@code <} moved away, {@code >} moved here, and {@code o}, {@code n} for the old and
 * the new spelling of what is kept.
 */
public final class PairsRunner {
  private static final ObjectMapper JSON = JsonMapper.shared();

  private final Differ differ;

  /** A runner for one differ. */
  public PairsRunner(Differ differ) {
    this.differ = differ;
  }

  /**
   * Reads every line, writes a line for each, in order.
   *
   * @return how many pairs there were
   * @throws IOException when a stream fails, or a line is not such an object: the message names it
   */
  public int run(BufferedReader in, Writer out) throws IOException {
    int pairs = 0;
    int number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (!line.isBlank()) {
        out.write(result(line, number));
        out.write('\n');
        pairs++;
      }
    }
    out.flush();
    return pairs;
  }

  private String result(String line, int number) throws IOException {
    JsonNode pair;
    try {
      pair = JSON.readTree(line);
    } catch (tools.jackson.core.JacksonException e) {
      throw new IOException("line " + number + " is not JSON: " + e.getOriginalMessage(), e);
    }
    for (String member : List.of("id", "old", "new")) {
      if (!pair.path(member).isString()) {
        throw new IOException("line " + number + " has no text '" + member + "'");
      }
    }
    ObjectNode result = JSON.createObjectNode();
    result.put("id", pair.get("id").stringValue());
    ArrayNode ops = result.putArray("ops");
    for (Delta d : differ.diff(pair.get("old").stringValue(), pair.get("new").stringValue())) {
      add(ops, d);
    }
    // The scorer finds the id by its place in the line.
    return JSON.writeValueAsString(result).replaceFirst("^\\{\"id\":", "{\"id\": ");
  }

  private static void add(ArrayNode ops, Delta d) {
    switch (d.kind()) {
      case KEPT -> ops.addArray().add("=").add(d.before());
      case DELETED -> ops.addArray().add("-").add(d.before());
      case INSERTED -> ops.addArray().add("+").add(d.after());
      case MOVED_FROM -> ops.addArray().add("<").add(d.before());
      case MOVED_TO -> ops.addArray().add(">").add(d.after());
      case RESPELLED -> {
        ops.addArray().add("o").add(d.before());
        ops.addArray().add("n").add(d.after());
      }
    }
  }
}
