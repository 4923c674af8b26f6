package stet.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import stet.withhold.Withheld;
import stet.withhold.Withheld.Scope;
import stet.withhold.Withholding;

/** Annotations without what is withheld of the texts that they quote. */
final class WithheldNotes {
  private WithheldNotes() {}

  /**
   * As it may be shown. Where a whole text is withheld, which words are quoted from it can't be
   * told, so that none are.
   */
  static Annotation shown(Annotation annotation, Withholding withheld) {
    List<Withheld> own =
        withheld.marks().stream()
            .filter(m -> m.addresses().contains(annotation.subject().uri()))
            .toList();
    Annotation shown = annotation;
    for (Withheld mark : own) {
      shown =
          mark.scope() == Scope.PASSAGE
              ? with(shown, mark::redacted, mark::redacted)
              : with(
                  shown,
                  text -> text.isEmpty() ? text : mark.tombstone(),
                  mark.scope() == Scope.ARTICLE
                      ? text -> text.isEmpty() ? text : mark.tombstone()
                      : UnaryOperator.identity());
    }
    return shown;
  }

  /** What is left of it when a takedown is erased; empty where it spoke of what is gone. */
  static Optional<Annotation> left(Annotation annotation, Withheld mark, Set<Instant> times) {
    Subject subject = annotation.subject();
    boolean own = mark.addresses().contains(subject.uri());
    boolean gone =
        mark.scope() == Scope.ARTICLE
            || mark.scope() == Scope.VERSION
                && (times.contains(subject.seenAt()) || times.contains(subject.notBefore()));
    return own && gone
        ? Optional.empty()
        : Optional.of(with(annotation, mark::redacted, mark::redacted));
  }

  private static Annotation with(
      Annotation a, UnaryOperator<String> quoted, UnaryOperator<String> said) {
    Subject subject = a.subject();
    Quote quote = subject.quote();
    Remark remark = a.remark();
    return new Annotation(
        a.id(),
        new Subject(
            subject.uri(),
            subject.notBefore(),
            subject.seenAt(),
            new Quote(
                quoted.apply(quote.removed()),
                quoted.apply(quote.inserted()),
                quoted.apply(quote.prefix()),
                quoted.apply(quote.suffix()))),
        new Remark(
            said.apply(remark.verdict()),
            remark.important(),
            said.apply(remark.text()),
            remark.author()),
        a.createdAt(),
        a.modifiedAt());
  }
}
