package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import stet.ProcessorTime;
import stet.extract.read.Extractors;

/** Real pages broken in 200 ways: no exception, no hang. bench/mutations breaks many more. */
class FuzzedPagesTest {
  private static final Path PAGES = Path.of("../shared/data/extract/scrapinghub/pages");
  private static final int MUTATIONS = 200;
  private static final long SEED = 20151119;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Test
  void noMutationStopsTheExtractor() throws IOException {
    assumeTrue(Files.isDirectory(PAGES), "../shared/data/extract is not here");
    BrokenPages pages = BrokenPages.in(PAGES, 40, SEED);
    Extractor extractor = Extractors.standard();
    for (int i = 0; i < MUTATIONS; i++) {
      Page page = pages.next();
      Extraction read = ProcessorTime.within(LIMIT, pages.which(), () -> extractor.extract(page));
      assertThat(read).as(pages.which()).isNotNull();
    }
  }
}
