package stet.cli.console;

import stet.diff.Delta;

/** How changed words are marked: by colour on a terminal, else as git's word diff has it. */
public enum Marks {
  KEPT("", "", ""),
  DELETED("\u001b[31;9m", "[-", "-]"),
  INSERTED("\u001b[32;1m", "{+", "+}"),
  MOVED_AWAY("\u001b[35m", "[<", "<]"),
  MOVED_HERE("\u001b[35m", "{>", ">}");

  private static final String OFF = "\u001b[0m";

  private final String colour;
  private final String open;
  private final String close;

  Marks(String colour, String open, String close) {
    this.colour = colour;
    this.open = open;
    this.close = close;
  }

  /** How words are marked of which that became. */
  public static Marks of(Delta.Kind kind) {
    return switch (kind) {
      case KEPT, RESPELLED -> KEPT;
      case DELETED -> DELETED;
      case INSERTED -> INSERTED;
      case MOVED_FROM -> MOVED_AWAY;
      case MOVED_TO -> MOVED_HERE;
    };
  }

  /** The text with its mark; the text must be fit for a terminal. */
  public String mark(String text, boolean colours) {
    if (this == KEPT || text.isEmpty()) {
      return text;
    }
    return colours ? colour + text + OFF : open(colours) + text + close(colours);
  }

  String open(boolean colours) {
    return colours ? "" : open;
  }

  String close(boolean colours) {
    return colours ? "" : close;
  }
}
