package fr.maillage;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Preconditions;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.maillage.schemas.Bronze;
import fr.maillage.schemas.Gold;
import fr.maillage.schemas.Silver;
import fr.maillage.warehouse.Transformation;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The boundaries inside the program, as sentences. */
class ArchitectureTest {

    private static final String[] TRANSFORMATIONS = {"fr.maillage.silver..", "fr.maillage.gold.."};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.maillage");

    @Test
    void transformationsReachDataThroughTablesOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(TRANSFORMATIONS)
                .should()
                .dependOnClassesThat(belongToAnyOf(
                        SparkSession.class, DataFrameReader.class, DataFrameWriter.class, DataFrameWriterV2.class))
                .because("the same code runs on the warehouse, on a past state, on text tables and on empty ones")
                .check(CLASSES);
    }

    @Test
    void transformationsTakeNoActionButListing() {
        noClasses()
                .that()
                .resideInAnyPackage(TRANSFORMATIONS)
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(Dataset.class)))
                                .and(
                                        target(
                                                nameMatching(
                                                        "collect|collectAsList|count|head|first|isEmpty|take|takeAsList"
                                                                + "|tail|foreach|foreachPartition|toLocalIterator|reduce|show|cache|persist|checkpoint"))))
                .because(
                        "an action breaks planning on empty tables and runs the query twice; use tables.list(few, atMost)")
                .check(CLASSES);
    }

    @Test
    void transformationsAreFinal() {
        classes()
                .that()
                .implement(Transformation.class)
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .because("one class computes one table")
                .check(CLASSES);
    }

    @Test
    void theEngineKnowsNoTable() {
        noClasses()
                .that()
                .resideInAPackage("fr.maillage.warehouse..")
                .should()
                .dependOnClassesThat(belongToAnyOf(Bronze.class, Silver.class, Gold.class))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "fr.maillage.silver..", "fr.maillage.gold..", "fr.maillage.serving..", "fr.maillage.atlas..")
                .because("a table is added by a contract and a class, never by a line in the engine")
                .check(CLASSES);
    }

    @Test
    void goldReadsNoBronze() {
        noClasses()
                .that()
                .resideInAPackage("fr.maillage.gold..")
                .should()
                .dependOnClassesThat(belongToAnyOf(Bronze.class))
                .because("gold that needs bronze is a missing silver table")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void nothingDependsOnTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("fr.maillage.cli..")
                .and()
                .doNotBelongToAnyOf(Maillage.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.maillage.cli..")
                .because("commands parse and call; anything worth calling lives elsewhere")
                .check(CLASSES);
    }

    @Test
    void readersOfFilesAndGeometryKnowNoTransformation() {
        noClasses()
                .that()
                .resideInAnyPackage("fr.maillage.source..", "fr.maillage.geo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.maillage.silver..", "fr.maillage.gold..", "fr.maillage.serving..")
                .because("files are read and points located the same way whatever is computed from them")
                .check(CLASSES);
    }

    @Test
    void guavaIsThatOfSpark() {
        assertThat(Preconditions.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .as("geotools-wrapper holds Guava 16, unrelocated: it must stand after Spark's own on the class path")
                .doesNotContain("geotools-wrapper")
                .contains("guava");
    }
}
