package fr.maillage.silver.anomalie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.schemas.CodeList;
import fr.maillage.testing.SparkTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class RegleTest {

    /** Columns can be made only beside a session. */
    RegleTest(SparkSession spark) {
        assertThat(spark.version()).isNotEmpty();
    }

    @Test
    void everyRuleIsInTheListAndEveryLineOfTheListHasARule() {
        List<Regle> regles = Stream.concat(
                        ReglesEtablissement.all(new Seuils(1800, 2, 120, 5, 30)).stream(), ReglesEntite.all().stream())
                .toList();

        Set<String> names = regles.stream().map(Regle::nom).collect(Collectors.toSet());

        assertThat(names).isEqualTo(CodeList.read("regle_qualite").codes());
        assertThat(CodeList.read("regle_qualite").values("code")).doesNotHaveDuplicates();
    }
}
