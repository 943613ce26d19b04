System.Console.WriteLine("Listening on nothing yet");
