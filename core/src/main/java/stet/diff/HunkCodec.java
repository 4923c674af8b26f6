package stet.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Hunks as JSON beside the old version's blocks. The form is told in {@link RevisionJson}. */
final class HunkCodec {
  private final List<String> blocks;
  private final List<Hunk> hunks = new ArrayList<>();
  private int nextBefore;
  private int nextAfter;

  private HunkCodec(List<String> blocks) {
    this.blocks = blocks;
  }

  static void write(List<Hunk> hunks, ArrayNode out) {
    int run = 0;
    for (Hunk hunk : hunks) {
      if (isPlain(hunk)) {
        run++;
        continue;
      }
      if (run > 0) {
        out.add(run);
        run = 0;
      }
      write(hunk, out.addArray());
    }
    if (run > 0) {
      out.add(run);
    }
  }

  private static boolean isPlain(Hunk hunk) {
    return hunk instanceof Hunk.Kept
        && hunk.deltas().size() == 1
        && hunk.deltas().get(0).kind() == Delta.Kind.KEPT;
  }

  private static void write(Hunk hunk, ArrayNode out) {
    out.add(hunk.kind());
    if (hunk instanceof Hunk.Moved m) {
      out.add(m.move()).add(m.beforeBlock()).add(m.afterBlock());
    } else if (hunk instanceof Hunk.MovedAway m) {
      out.add(m.move()).add(m.beforeBlock()).add(m.afterBlock());
    } else {
      numbers(hunk.before(), out.addArray());
      numbers(hunk.after(), out.addArray());
    }
    if (!(hunk instanceof Hunk.MovedAway)) {
      DeltaCodec.write(hunk.deltas(), out.addArray());
    }
  }

  static void numbers(List<Integer> numbers, ArrayNode out) {
    numbers.forEach(out::add);
  }

  /**
   * Reads hunks back.
   *
   * @param blocks the old version's blocks
   */
  static List<Hunk> read(JsonNode in, List<String> blocks) {
    HunkCodec codec = new HunkCodec(blocks);
    for (JsonNode node : in) {
      if (node.isNumber()) {
        codec.keptRun(node.asInt());
      } else {
        codec.hunk(node);
      }
    }
    return List.copyOf(codec.hunks);
  }

  private void keptRun(int length) {
    for (int k = 0; k < length; k++) {
      hunks.add(new Hunk.Kept(nextBefore, nextAfter, List.of(Delta.kept(block(nextBefore)))));
      nextBefore++;
      nextAfter++;
    }
  }

  private void hunk(JsonNode node) {
    String kind = node.path(0).asString("");
    Hunk hunk =
        switch (kind) {
          case "moved" -> {
            int block = node.path(2).asInt();
            List<Delta> deltas = DeltaCodec.read(node.path(4), block(block));
            yield new Hunk.Moved(node.path(1).asInt(), block, node.path(3).asInt(), deltas);
          }
          case "away" ->
              new Hunk.MovedAway(node.path(1).asInt(), node.path(2).asInt(), node.path(3).asInt());
          default -> inPlace(kind, list(node.path(1)), list(node.path(2)), node.path(3));
        };
    if (hunk instanceof Hunk.MovedAway away) {
      nextBefore = away.beforeBlock() + 1;
    } else if (!(hunk instanceof Hunk.Moved) && !hunk.before().isEmpty()) {
      nextBefore = hunk.before().get(hunk.before().size() - 1) + 1;
    }
    if (!hunk.after().isEmpty()) {
      nextAfter = hunk.after().get(hunk.after().size() - 1) + 1;
    }
    hunks.add(hunk);
  }

  private Hunk inPlace(String kind, List<Integer> before, List<Integer> after, JsonNode in) {
    String old = before.stream().map(this::block).collect(Collectors.joining("\n"));
    List<Delta> deltas = DeltaCodec.read(in, old);
    return switch (kind) {
      case "kept" -> new Hunk.Kept(first(before), first(after), deltas);
      case "changed" -> new Hunk.Changed(first(before), first(after), deltas);
      case "inserted" -> new Hunk.Inserted(first(after), deltas);
      case "deleted" -> new Hunk.Deleted(first(before), deltas);
      case "split" -> new Hunk.Split(first(before), after, deltas);
      case "merged" -> new Hunk.Merged(before, first(after), deltas);
      case "reflowed" -> new Hunk.Reflowed(before, after, deltas);
      default -> throw new IllegalArgumentException("'%s' is no kind of hunk".formatted(kind));
    };
  }

  private static int first(List<Integer> numbers) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("the revision has a hunk that names no block");
    }
    return numbers.get(0);
  }

  private String block(int number) {
    if (number < 0 || number >= blocks.size()) {
      throw new IllegalArgumentException(
          "the revision names block " + number + " of " + blocks.size());
    }
    return blocks.get(number);
  }

  private static List<Integer> list(JsonNode in) {
    List<Integer> numbers = new ArrayList<>();
    in.forEach(n -> numbers.add(n.asInt()));
    return List.copyOf(numbers);
  }
}
