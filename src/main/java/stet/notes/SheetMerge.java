package stet.notes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What the rows of a sheet come to, beside what is there already. */
final class SheetMerge {
  private final NoteStore store;
  private final Instant now;
  private final List<Annotation> annotations = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  SheetMerge(NoteStore store, Instant now) {
    this.store = store;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
  }

  /** What is to be saved. */
  List<Annotation> annotations() {
    return annotations;
  }

  /** What is not, one line each. */
  List<String> problems() {
    return problems;
  }

  void add(SheetRow row) {
    Remark remark = Objects.requireNonNull(row.remark());
    String id = row.id().isEmpty() ? id(row.subject(), remark) : row.id();
    Optional<Annotation> known = store.find(id);
    if (known.isEmpty()) {
      Instant created = row.createdAt() == null ? now : row.createdAt();
      Instant modified = row.modifiedAt() == null ? now : row.modifiedAt();
      annotations.add(new Annotation(id, row.subject(), remark, created, modified));
    } else if (!known.get().remark().equals(remark)) {
      change(known.get(), row, remark);
    } else {
      annotations.add(known.get());
    }
  }

  private void change(Annotation known, SheetRow row, Remark remark) {
    if (row.modifiedAt() != null && row.modifiedAt().isBefore(known.modifiedAt())) {
      problems.add("'" + known.id() + "' was changed here after the table was written; kept");
    } else {
      annotations.add(
          new Annotation(known.id(), known.subject(), remark, known.createdAt(), later(known)));
    }
  }

  private Instant later(Annotation known) {
    return now.isAfter(known.modifiedAt()) ? now : known.modifiedAt().plusMillis(1);
  }

  /** The same for the same row, so that a sheet that is read twice adds nothing. */
  private static String id(Subject subject, Remark remark) {
    String row =
        String.join(
            "\n",
            subject.uri(),
            subject.seenAt().toString(),
            subject.quote().removed(),
            subject.quote().inserted(),
            remark.author());
    return UUID.nameUUIDFromBytes(row.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
