package stet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A made-up agency's story in three made-up outlets, of which two correct a number. */
final class SharedStory {
  static final String WRONG = "The keeper, who is 71, climbed the 214 steps alone that night.";
  static final String RIGHT = "The keeper, who is 71, climbed the 241 steps alone that night.";

  private SharedStory() {}

  /** Writes its pages in the layout of captures. */
  static void write(Path folder) throws IOException {
    page(folder, "courier", 1, "001__2026-03-01T06-00-00Z.html", WRONG, "");
    page(folder, "courier", 1, "002__2026-03-01T09-00-00Z.html", RIGHT, "");
    page(folder, "echo", 2, "001__2026-03-01T07-00-00Z.html", WRONG, "");
    page(folder, "echo", 2, "002__2026-03-02T07-00-00Z.html", WRONG, "");
    page(folder, "herald", 3, "001__2026-03-01T08-00-00Z.html", WRONG, MORE);
    page(folder, "herald", 3, "002__2026-03-01T20-00-00Z.html", RIGHT, MORE);
  }

  private static final String MORE =
      "<p>Readers of the fictional Herald remember that the tower was to be sold twice before, and"
          + " that each time the buyer withdrew.</p>";

  private static void page(
      Path folder, String outlet, int number, String name, String steps, String more)
      throws IOException {
    Path article = folder.resolve(outlet).resolve("lighthouse-" + number);
    Files.createDirectories(article);
    Files.write(
        article.resolve(name),
        List.of(
            "<!doctype html><html lang=en><title>Lamp " + number + "</title>",
            "<link rel=canonical href=https://" + outlet + ".example/lighthouse-" + number + ">",
            "<article><h1>" + outlet + ": keeper of the fictional light saved it</h1>",
            "<p>A keeper kept the lamp of the fictional Port Alder light burning through the"
                + " longest gale in living memory, the pilots said on Sunday.</p>",
            "<p>"
                + steps
                + " He carried the oil in two cans, since the hoist had stood still since"
                + " noon.</p>",
            "<p>Four trawlers found the channel by the light, and none of their crews was hurt,"
                + " according to the harbour office.</p>",
            more,
            "</article></html>"));
  }
}
