package stet.app.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** 200 edits of 40 fictional stories of four outlets, over a day and a bit, by a fixed seed. */
final class DayOfEdits {
  static final Instant START = Instant.parse("2026-10-24T10:00:00Z");
  static final int STORIES = 40;
  private static final Instant LAST_EDIT = Instant.parse("2026-10-25T12:00:00Z");
  private static final int EDITS = 200;

  private DayOfEdits() {}

  enum Kind {
    NUMBER,
    HEADLINE,
    HARBOUR
  }

  record Edit(Instant at, int story, Kind kind, int version) {
    int outlet() {
      return story % 4;
    }
  }

  /** The edits, at most one a minute, by a fixed seed. */
  static List<Edit> edits() {
    Random random = new Random(20261024);
    long minutes = Duration.between(START, LAST_EDIT).toMinutes();
    TreeSet<Long> at = new TreeSet<>();
    while (at.size() < EDITS) {
      // A third of all in few hours, so that there are more than may be told in an hour.
      long minute = 1 + random.nextLong(minutes - 1);
      at.add(random.nextInt(3) == 0 ? 200 + minute % 180 : minute);
    }
    List<Edit> edits = new ArrayList<>();
    int[] versions = new int[STORIES];
    for (long minute : at) {
      int story =
          random.nextInt(3) == 0 ? 1 + 4 * random.nextInt(STORIES / 4) : random.nextInt(STORIES);
      versions[story]++;
      edits.add(
          new Edit(
              START.plusSeconds(60 * minute),
              story,
              Kind.values()[random.nextInt(Kind.values().length)],
              versions[story] + 1));
    }
    return edits;
  }

  /** What a story says after so many edits of each kind. */
  static String page(int story, int[] done) {
    return Newsroom.story(
        "Ferry "
            + name(story)
            + " is late"
            + (done[1] == 0 ? "" : " again, for the " + ordinal(story, done[1]) + " time"),
        "2026-10-24T09:00:00Z",
        "The fictional ferry "
            + name(story)
            + " carried "
            + (3100 * (story + 1) + done[0])
            + " people on Saturday.",
        "It left the pier an hour late"
            + " and more".repeat(story % 3)
            + ", said the company that runs it.",
        "Nobody at the office "
            + name(100 * story + done[2])
            + (done[2] % 2 == 0 ? "" : " by the harbour")
            + " would say why.",
        "An inquiry will question the crew this week, according to people who know of it.");
  }

  /** A name of letters alone, another one for each number. */
  private static String name(int number) {
    StringBuilder name = new StringBuilder("Lin");
    for (int n = number + 1; n > 0; n /= 5) {
      name.append("bdkmz".charAt(n % 5)).append("aeiou".charAt(n % 5));
    }
    return name.toString();
  }

  private static String ordinal(int story, int n) {
    return name(1000 + 100 * story + n);
  }

  static String uri(int story) {
    return "https://paper" + story % 4 + ".example/ferry-" + story;
  }
}
