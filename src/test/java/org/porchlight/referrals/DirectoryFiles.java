package org.porchlight.referrals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.porchlight.roster.imports.Imports;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

/** A small directory of our own, and third-party ones. */
final class DirectoryFiles {

  static final Map<String, String> OWN =
      Map.of(
          "organizations.csv",
          """
          id,name,description,website,year_incorporated,legal_status
          o1,Harbor Neighbors,Helps neighbors,https://harbor.example,1990,nonprofit
          """,
          "services.csv",
          """
          id,organization_id,program_id,name,description,url,status,application_process,minimum_age,maximum_age,assured_date
          s1,o1,,Harbor Food Pantry,Groceries for families,https://harbor.example/food,active,Come by,,,2026-09-01
          s2,o1,,Evening Homework Club,Help with school work,,active,Call first,6,14,
          s3,o9,,Coat Closet,Warm coats,javascript:alert(1),active,,,,
          s4,o1,,Old Shelter,Closed for good,,defunct,,,,
          s5,o1,,,Nobody knows its name,,active,,,,
          """,
          "locations.csv",
          """
          id,location_type,name,latitude,longitude,transportation
          l1,physical,Harbor House,41.1,-73.2,Bus 12
          l2,physical,Branch 2,,,
          l3,physical,Branch 3,,,
          l4,physical,Branch 4,,,
          l5,physical,Branch 5,,,
          l6,physical,Branch 6,,,
          l7,physical,Branch 7,,,
          """,
          "addresses.csv",
          """
          id,location_id,address_1,city,state_province,postal_code
          a1,l1,1 Example Street,Norwalk,CT,06854
          """,
          "service_at_location.csv",
          """
          id,service_id,location_id,description
          x1,s1,l1,
          x2,s2,l1,
          x3,s3,l1,
          x4,s3,l2,
          x5,s3,l3,
          x6,s3,l4,
          x7,s3,l5,
          x8,s3,l6,
          x9,s3,l7,
          """,
          "schedules.csv",
          """
          id,service_id,location_id,freq,byday,opens_at,closes_at
          h1,s1,,WEEKLY,"MO,WE",9:00,17:00
          h2,s2,,WEEKLY,TU,17:30,late
          h3,s2,,WEEKLY,TH,17:30,19:00
          h4,,l2,WEEKLY,FR,10:00,12:00
          """,
          "languages.csv",
          """
          id,service_id,location_id,phone_id,name,code
          g1,s1,,,Spanish,spa
          g2,,l1,,Arabic,
          """,
          "phones.csv",
          """
          id,location_id,service_id,organization_id,number,extension,type,description
          p1,,,o1,(203) 555-0101,,voice,
          p2,,s2,,(203) 555-0102,7,voice,
          p3,,s1,,,,voice,
          """);

  private DirectoryFiles() {}

  static List<Imports.Upload> own(Map<String, String> files) {
    return files.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            file ->
                new Imports.Upload(
                    file.getKey(),
                    new ByteArrayResource(file.getValue().getBytes(StandardCharsets.UTF_8))))
        .toList();
  }

  static Path sample(String folder) {
    return Path.of(System.getProperty("porchlight.sample-data", "absent"), folder);
  }

  static List<Imports.Upload> in(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .sorted()
          .map(
              file ->
                  new Imports.Upload(file.getFileName().toString(), new FileSystemResource(file)))
          .toList();
    }
  }
}
