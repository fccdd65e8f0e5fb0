package org.porchlight;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Case management for school-attendance home-visit programs. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Porchlight {

  public static void main(String[] args) {
    SpringApplication.run(Porchlight.class, args);
  }
}
