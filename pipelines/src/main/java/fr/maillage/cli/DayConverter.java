package fr.maillage.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A day as typed: {@code 2024-01-31}, or a year for its 1 January. */
final class DayConverter implements ITypeConverter<LocalDate> {

    @Override
    public LocalDate convert(String typed) {
        try {
            return LocalDate.parse(typed.matches("\\d{4}") ? typed + "-01-01" : typed);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + typed + "' is no day; write 2024-01-31 or 2024");
        }
    }
}
