package stet.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import stet.fuzz.FuzzTarget;
import stet.fuzz.Seeds;

/** Tables that somebody filled in. */
public final class NotesFuzz {
  private static final String SHEET =
      """
      annotation,verdict,important,note,article.uri,window.not_before,window.not_after,quote.removed
      00000000-0000-4000-8000-000000000001,softened,yes,"Two
      lines, ""quoted""\",https://courier.example/a,2026-03-14T05:00:00Z,2026-03-14T06:00:00Z,'=x
      ,,,,https://courier.example/a,,2026-03-14T06:00:00Z,
      """;

  private NotesFuzz() {}

  public static List<FuzzTarget> targets() {
    return List.of(
        new FuzzTarget(
            "sheet",
            1_000,
            Seeds.texts(SHEET, SHEET.replace(',', ';'), SHEET.replace(',', '\t')),
            List.of("\"", "\"\"", ",", ";", "\t", "\r\n", "article.uri", "2026-", "Z", "\ufeff"),
            NotesFuzz::sheet));
  }

  private static void sheet(byte[] input) {
    try {
      Sheet.Read read = Sheet.read(input);
      assertThat(read.rows()).allMatch(r -> r.remark() != null);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("[A-Z].*\\.");
    }
  }
}
