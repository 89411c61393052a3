namespace EventOps.Surveys.FreeTexts;

/// <summary>First names that are common in Germany and hardly ever another word: a name beside one of them is noticed.</summary>
internal static class FirstNames
{
    public static readonly HashSet<string> All = [.. """
        Alexander Alexandra Ali Alina Amelie Andrea Andreas Angelika Anja Anke Anna Anne Annette Antje Anton Antonia Armin Astrid
        Axel Barbara Bastian Beate Ben Benedikt Benjamin Bernd Bernhard Bettina Birgit Bjarne Björn Brigitte Britta Carina Carla
        Carolin Caroline Carsten Charlotte Christa Christian Christiane Christina Christine Christoph Claudia Cornelia Daniel
        Daniela David Denise Dennis Dieter Dirk Dominik Doris Elena Elisabeth Elke Emil Emilia Emma Erik Eva Fabian Fatima Felix
        Finn Florian Franziska Friederike Gabi Gabriele Georg Gerd Gerhard Gisela Gudrun Günter Günther Hanna Hannah Hannes Hans
        Harald Heike Heiko Heinz Helena Helga Helmut Henning Henrik Holger Horst Ina Ines Inga Ingrid Isabel Isabell Ivan Jakob
        Jan Jana Janina Jasmin Jens Jessica Joachim Johanna Johannes Jonas Jörg Josef Judith Julia Julian Jürgen Jutta Kai Karin
        Karl Karsten Katharina Kathrin Katja Katrin Kerstin Kevin Klaus Konstantin Kristin Lara Lars Laura Lea Lena Leon Leonie
        Linda Lisa Louisa Luca Lucas Luisa Lukas Manfred Manuel Manuela Marc Marcel Marco Marcus Mareike Maria Marie Marina Mario
        Marion Markus Marlene Martin Martina Marvin Matthias Max Maximilian Mehmet Melanie Mia Michael Michaela Miriam Mohamed
        Mohammed Monika Moritz Murat Nadine Nadja Natalie Nico Nicolas Nicole Niklas Nils Nina Noah Norbert Olaf Oliver Oskar
        Pascal Patricia Patrick Paula Peter Petra Philipp Pia Rainer Ralf Ralph Raphael Rebecca Regina Reinhard Renate Rene René
        Richard Robert Robin Roland Rolf Rüdiger Sabine Sabrina Samuel Sandra Sara Sarah Sascha Sebastian Silke Silvia Simon
        Simone Sofia Sonja Sophia Sophie Stefan Stefanie Steffen Stephan Stephanie Susanne Sven Svenja Sybille Tanja Theo Theresa
        Thomas Thorsten Till Tim Timo Tina Tobias Torsten Ulf Ulrich Ulrike Ursula Ute Uwe Valentin Vanessa Vera Verena Veronika
        Viktor Viktoria Vincent Volker Walter Werner Wilhelm Wolfgang Yannick Yasmin Yvonne James John William George Charles
        Edward Henry Jack Harry Emily Olivia Jessica Susan Margaret Elizabeth Jennifer Ashley Brian Steven
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
}
