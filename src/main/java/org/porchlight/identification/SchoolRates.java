package org.porchlight.identification;

import java.util.List;
import org.porchlight.shared.DistrictId;
import org.porchlight.shared.SchoolId;

/**
 * Where most students miss too much school: the suggestion for programs that begin with some
 * schools.
 */
public interface SchoolRates {

  /** The district's schools, the highest rate first; empty where there is no attendance yet. */
  List<SchoolRate> of(DistrictId district);

  /**
   * @param chronic students who miss a tenth of their days or more (C.G.S. 10-198c)
   * @param students with enough days for a rate
   * @param suggested 15 % or more, where the law asks for a review team (C.G.S. 10-198c(b)); with
   *     none such, the school with the highest rate
   */
  record SchoolRate(SchoolId school, String name, int chronic, int students, boolean suggested) {

    /** In percent, rounded down. */
    public int percent() {
      return students == 0 ? 0 : 100 * chronic / students;
    }
  }
}
