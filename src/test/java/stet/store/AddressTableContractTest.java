package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stet.sqlite.OfTables;
import stet.store.AddressTable.Alias;
import stet.story.AddressIndex.Pointer;

@OfTables("address")
class AddressTableContractTest extends StoreContract {
  private static final String A = "https://courier.example/a";
  private static final String B = "https://courier.example/b";

  @Test
  void whatIsWrittenIsRead() {
    AddressTable table = tables.addresses();
    long article = article("a");
    table.add(A);
    table.add(B);
    table.give(A, article);
    table.give(B, article);
    table.point(B, new Pointer(A, "variant", "2026"));

    assertThat(table.known(List.of(A, "https://elsewhere.example/", B))).containsExactly(A, B);
    assertThat(table.pointer(B)).contains(new Pointer(A, "variant", "2026"));
    assertThat(table.pointingTo(A)).containsExactly(B);
    assertThat(table.article(A)).contains(article);
    assertThat(table.of(article)).containsExactly(new Alias(A, ""), new Alias(B, "variant"));
  }

  @Test
  void whatIsAbsentIsEmpty() {
    AddressTable table = tables.addresses();
    assertThat(table.known(List.of(A))).isEmpty();
    assertThat(table.pointer(A)).isEmpty();
    assertThat(table.pointingTo(A)).isEmpty();
    assertThat(table.article(A)).isEmpty();
    assertThat(table.of(99)).isEmpty();
    table.add(A);
    assertThat(table.pointer(A)).isEmpty();
    assertThat(table.article(A)).isEmpty();
  }

  @Test
  void anAddressIsOneRowAndBelongsToAnArticleThatIsThere() {
    tables.addresses().add(A);
    tables.addresses().add(A);
    assertThat(rows("address")).isEqualTo(1);
    refused(() -> tables.addresses().give(A, 99L));
  }

  @Test
  void whatIsTakenBackLeavesNothing() {
    long article = article("a");
    tables.addresses().add(A);
    tables.addresses().give(A, article);
    tables.addresses().give(A, null);
    assertThat(tables.addresses().of(article)).isEmpty();
    tables.articles().remove(article);
    assertThat(rows("article")).isZero();
  }

  @Test
  void hostileTextSurvives() {
    for (String text : HOSTILE) {
      tables.addresses().add(text);
      tables.addresses().point(text, new Pointer(text, text, text));
      String stored = stored(text);
      assertThat(tables.addresses().pointer(text)).contains(new Pointer(stored, stored, stored));
      assertThat(tables.addresses().pointingTo(text)).containsExactly(stored);
    }
    assertThat(rows("address")).isEqualTo(HOSTILE.size());
  }
}
