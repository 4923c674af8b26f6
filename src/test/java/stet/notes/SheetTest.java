package stet.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in which revisions are judged: written, filled in elsewhere, read again. */
class SheetTest {
  private static final SheetRow.Context CONTEXT =
      new SheetRow.Context(
          "courier.example", "=HYPERLINK(\"x\")", "2", "silent|number", "a, \"b\"");

  @TempDir Path dir;

  private static byte[] sheet(SheetRow... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Sheet.write(List.of(rows), out);
    return out.toByteArray();
  }

  private static SheetRow row(Annotation annotation) {
    return SheetRow.of(annotation, CONTEXT);
  }

  private static byte[] edited(byte[] sheet, String from, String to) {
    String text = new String(sheet, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
  }

  @Property(tries = 300)
  void whatIsSaidComesBackWhateverItIs(
      @ForAll @StringLength(max = 40) String text, @ForAll @StringLength(max = 20) String words)
      throws IOException {
    String whole = text.replaceAll("\\p{Cs}", "");
    Annotation said = Said.of(2, "softened", whole);
    Quote quote = new Quote(words.replaceAll("\\p{Cs}", ""), "", "=1", "'=2");
    SheetRow row =
        new SheetRow(
            said.id(),
            Said.subject(Said.URI, quote),
            said.remark(),
            said.createdAt(),
            said.modifiedAt(),
            SheetRow.Context.NONE);
    Sheet.Read read = Sheet.read(sheet(row, SheetRow.open(row.subject(), CONTEXT)));
    assertThat(read.problems()).isEmpty();
    assertThat(read.rows()).containsExactly(row);
  }

  @Test
  void noCellIsAFormula() throws IOException {
    String text = new String(sheet(row(Said.of(1, "@SUM(A1)", "-1"))), StandardCharsets.UTF_8);
    assertThat(text).contains("'@SUM(A1)", "'-1", "\"'=HYPERLINK(\"\"x\"\")\"");
  }

  @Test
  void theFormsThatSpreadsheetsSaveAreRead() throws IOException {
    String comma = new String(sheet(row(Said.of(1, "softened", "ja"))), StandardCharsets.UTF_8);
    String lines = comma.replace("\r\n", "\n");
    for (String form :
        List.of(
            "\uFEFF" + comma,
            lines,
            comma.replace(',', ';').replace("a; ", "a, "),
            comma.replace(',', '\t').replace("a\t ", "a, "))) {
      Sheet.Read read = Sheet.read(form.getBytes(StandardCharsets.UTF_8));
      assertThat(read.rows()).as(form).hasSize(1);
      assertThat(read.rows().get(0).remark()).isEqualTo(Said.of(1, "softened", "ja").remark());
    }
  }

  @Test
  void aFilledInRowIsNewOnceAndARowThatIsWrongIsNamed() throws IOException {
    byte[] open = sheet(SheetRow.open(Said.subject(Said.URI, Quote.NONE), CONTEXT));
    byte[] filled = edited(open, "\",,,,,https", "\",typo,yes,A comma,Ana,https");
    byte[] wrong = edited(filled, "2026-03-14T07:00:00Z", "14.03.2026 07:00");
    try (NoteStore store = NoteStore.open(dir.resolve("notes.db"))) {
      assertThat(take(store, open, List.of())).isEqualTo(new NoteStore.Saved(0, 0, 0));
      assertThat(take(store, filled, List.of())).isEqualTo(new NoteStore.Saved(1, 0, 0));
      assertThat(take(store, filled, List.of())).isEqualTo(new NoteStore.Saved(0, 0, 1));
      assertThat(store.all().get(0).remark()).isEqualTo(new Remark("typo", true, "A comma", "Ana"));
      assertThat(take(store, wrong, List.of("line 2: A time is none of ISO 8601.")))
          .isEqualTo(new NoteStore.Saved(0, 0, 0));
    }
  }

  @Test
  void whatWasChangedHereSinceIsNotOverwritten() throws IOException {
    Annotation first = Said.of(1, "softened", "one");
    byte[] changed = edited(sheet(row(first)), "softened", "hardened");
    try (NoteStore store = NoteStore.open(dir.resolve("notes.db"))) {
      store.save(List.of(first));
      assertThat(take(store, changed, List.of())).isEqualTo(new NoteStore.Saved(0, 1, 0));
      assertThat(store.all().get(0).remark().verdict()).isEqualTo("hardened");
      byte[] again = edited(sheet(row(first)), "softened", "typo");
      String why = "'" + first.id() + "' was changed here after the table was written; kept";
      assertThat(take(store, again, List.of(why))).isEqualTo(new NoteStore.Saved(0, 0, 0));
      assertThat(store.all().get(0).remark().verdict()).isEqualTo("hardened");
    }
  }

  private static NoteStore.Saved take(NoteStore store, byte[] sheet, List<String> told) {
    Sheet.Read read = Sheet.read(sheet);
    List<String> problems = new ArrayList<>(read.problems());
    NoteStore.Saved saved = store.save(read.rows(), Said.DAWN.plusSeconds(99), problems::add);
    assertThat(problems).isEqualTo(told);
    return saved;
  }

  @Test
  void whatIsNoTableIsRefusedInOneSentence() {
    for (String text : List.of("", "a,b\n1,2\n", "article.uri\n\"open", "\u0000")) {
      assertThatThrownBy(() -> Sheet.read((text + "\nx,y").getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("[A-Z].*\\.");
    }
  }
}
