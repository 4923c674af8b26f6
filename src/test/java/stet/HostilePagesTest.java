package stet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostilePagesTest {
  @Test
  void namesAreDistinctAndFitForFiles() {
    Set<String> names = new HashSet<>();
    for (HostilePage page : HostilePages.all()) {
      assertThat(page.name()).matches("[a-z0-9-]+");
      assertThat(names.add(page.name())).as(page.name()).isTrue();
    }
  }

  @Test
  void theKindsThatMatterAreThere() {
    List<String> names = HostilePages.all().stream().map(HostilePage::name).toList();
    assertThat(names)
        .contains(
            "payload-all-shown",
            "nul-bytes",
            "broken-utf-8",
            "bidi-overrides",
            "large-word-5mb",
            "large-nested-div-50mb",
            "meta-refresh-and-base",
            "title-path",
            "terminal-escapes");
    assertThat(HostilePayloads.all()).hasSizeGreaterThan(150).doesNotHaveDuplicates();
  }

  @Test
  void sizesAreAsNamed() {
    for (HostilePage page : HostilePages.all()) {
      int size = page.bytes().length;
      assertThat(size < 400_000).as("%s has %d bytes", page, size).isEqualTo(!page.large());
      if (page.name().endsWith("50mb")) {
        assertThat(size).isGreaterThan(50 << 20);
      }
    }
  }
}
