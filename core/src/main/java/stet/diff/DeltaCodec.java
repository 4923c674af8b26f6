package stet.diff;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Deltas as JSON beside the texts they compare. A number is that many UTF-16 units kept; an array
 * is a change: {@code ["-", old]}, {@code ["+", new]}, {@code ["~", old, new]} for another
 * spelling, {@code ["<", old, move]} and {@code [">", new, move]}.
 */
final class DeltaCodec {
  private DeltaCodec() {}

  static void write(List<Delta> deltas, ArrayNode out) {
    for (Delta d : deltas) {
      switch (d.kind()) {
        case KEPT -> out.add(d.before().length());
        case RESPELLED -> out.addArray().add("~").add(d.before()).add(d.after());
        case DELETED -> out.addArray().add("-").add(d.before());
        case INSERTED -> out.addArray().add("+").add(d.after());
        case MOVED_FROM -> out.addArray().add("<").add(d.before()).add(d.move());
        case MOVED_TO -> out.addArray().add(">").add(d.after()).add(d.move());
      }
    }
  }

  /**
   * Reads deltas back.
   *
   * @param before the old text they start from
   * @throws IllegalArgumentException when they do not fit it
   */
  static List<Delta> read(JsonNode in, String before) {
    List<Delta> deltas = new ArrayList<>();
    int at = 0;
    for (JsonNode node : in) {
      Delta delta = node.isNumber() ? kept(before, at, node.asInt()) : change(node);
      if (!before.startsWith(delta.before(), at)) {
        throw new IllegalArgumentException(
            "the revision was made from another text: '" + delta.before() + "' expected at " + at);
      }
      at += delta.before().length();
      deltas.add(delta);
    }
    if (at != before.length()) {
      throw new IllegalArgumentException("the revision covers " + at + " of " + before.length());
    }
    return List.copyOf(deltas);
  }

  private static Delta kept(String before, int at, int length) {
    if (length < 0 || length > before.length() - at) {
      throw new IllegalArgumentException(length + " units kept from " + at + " on are too many");
    }
    return Delta.kept(before.substring(at, at + length));
  }

  static Delta change(JsonNode node) {
    String text = node.path(1).asString("");
    return switch (node.path(0).asString("")) {
      case "~" -> Delta.respelled(text, node.path(2).asString(""));
      case "-" -> Delta.deleted(text);
      case "+" -> Delta.inserted(text);
      case "<" -> Delta.movedFrom(text, node.path(2).asInt());
      case ">" -> Delta.movedTo(text, node.path(2).asInt());
      default -> throw new IllegalArgumentException("'%s' is no change".formatted(node));
    };
  }
}
