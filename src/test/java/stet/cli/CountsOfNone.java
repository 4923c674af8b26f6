package stet.cli;

/** Takes figures that count nothing out of files of figures: a count of none is no accusation. */
final class CountsOfNone {
  private CountsOfNone() {}

  /**
   * What is left of a file; of one that is none of figures, all.
   *
   * @param name of the file
   */
  static String without(String name, String text) {
    if (name.endsWith("figures.csv")) {
      return text.replaceAll("(?m)^.*silent[a-z-]*,[^,]*,[^,]*,0,.*$", "")
          .replaceAll("(?m)^.*silent-edit-median-seconds,,,,\\d+,,,,,,\\s*$", "");
    }
    return name.endsWith("figures.json")
        ? text.replaceAll("\"figure\":\"[a-z-]*silent[a-z-]*\",\"part\":0,", "")
            .replaceAll("\"silent\":\\{\"part\":0,", "")
            .replaceAll("\"figure\":\"first-silent-edit\",\"articles\":\\d+,\"events\":0,", "")
        : text;
  }
}
